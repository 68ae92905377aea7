import { expect, it } from 'vitest';
import { type CheckName, checkNames, lineText, worstStatus } from '../../preload/contract/check';
import { type Check, type Checks, runChecks } from './run-checks';
import { checkWords } from './words';

const right: Check = { limitMs: 60_000, run: async () => [{ code: 'policyRead', facts: { values: 1 } }] };

function checks(change: Partial<Record<CheckName, Check>>): Checks {
  return { ...(Object.fromEntries(checkNames.map((name) => [name, right])) as Checks), ...change };
}

async function linesOf(change: Partial<Record<CheckName, Check>>) {
  return (await Promise.all(runChecks(checks(change), checkWords.en))).flat();
}

it('has the lines of every check in the order of the names', async () => {
  const lines = await linesOf({});
  expect(lines.map(({ check }) => check)).toEqual(checkNames);
  expect(worstStatus(lines)).toBe('ok');
});

it('turns what throws into a failed line without its message, and makes the other checks', async () => {
  const broken = async () => {
    throw new TypeError('canary-key');
  };
  const brokenAtOnce = () => {
    throw new Error('canary-key');
  };
  const lines = await linesOf({
    proxy: { limitMs: 60_000, run: broken },
    log: { limitMs: 60_000, run: brokenAtOnce },
  });
  expect(lines.filter(({ status }) => status !== 'ok').map(({ check, facts }) => [check, facts])).toEqual([
    ['proxy', { error: 'TypeError' }],
    ['log', { error: 'Error' }],
  ]);
  expect(lines).toHaveLength(checkNames.length);
  expect(JSON.stringify(lines)).not.toContain('canary');
});

it('ends a check at its time limit, and tells it to stop', async () => {
  let stopped = false;
  const run = (end: AbortSignal) =>
    new Promise<never>(() => {
      end.addEventListener('abort', () => {
        stopped = true;
      });
    });
  const lines = await linesOf({ keychain: { limitMs: 1, run } });
  expect(lines[0]).toMatchObject({ check: 'keychain', status: 'failed', finding: 'checkLate' });
  expect(stopped).toBe(true);
});

it.each(['en', 'de'] as const)('says each finding in one line, in %s', (language) => {
  for (const [code, say] of Object.entries(checkWords[language].findings)) {
    const facts = { ms: 1, seconds: 75, values: 2, route: 'R', proxy: 'P', problem: 'Q', where: 'W' };
    const texts = (say as (all: object) => string[])({ ...facts, feed: 'F', folder: 'O', error: 'E' });
    for (const text of texts) expect(text, code).toMatch(/^\S[^\n]*\S$/);
  }
});

it('writes a line with what it is about and what to do', () => {
  const line = { check: 'clock', status: 'ok', finding: 'x', facts: {}, label: 'Clock' } as const;
  expect(lineText({ ...line, subject: 'https://a.example', text: 'Off.', advice: 'Set it.' })).toBe(
    'Clock (https://a.example): Off. Set it.',
  );
  expect(lineText({ ...line, text: 'Right.' })).toBe('Clock: Right.');
});
