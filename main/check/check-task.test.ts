import { expect, it } from 'vitest';
import type { CheckLine, CheckStatus } from '../../preload/contract/check';
import { printChecks } from './check-task';

const line = (status: CheckStatus, text = 'Text.'): CheckLine => ({
  check: 'studio',
  status,
  finding: 'studioNone',
  facts: {},
  label: 'Studio',
  text,
});

async function printed(checks: CheckLine[][], json = false) {
  let output = '';
  const code = await printChecks(
    checks.map(async (lines) => lines),
    '1.2.3',
    json,
    (text) => {
      output += text;
    },
  );
  return { code, output };
}

it.each([
  [0, [[line('ok')], []]],
  [1, [[line('ok')], [line('warning'), line('ok')]]],
  [2, [[line('warning')], [line('failed')], [line('ok')]]],
])('exits with %d after the worst line', async (code, checks) => {
  expect(await printed(checks)).toMatchObject({ code });
  expect(await printed(checks, true)).toMatchObject({ code });
});

it('prints a line each, which no name of a studio can forge', async () => {
  const { output } = await printed([[line('failed', 'Gone\nok  forged\u001b[2K.'), line('ok')]]);
  expect(output).toBe('failed   Studio: Gone ok forged [2K.\nok       Studio: Text.\n');
});

it('prints one JSON object', async () => {
  const { output } = await printed([[line('ok')], [line('failed')]], true);
  expect(JSON.parse(output)).toEqual({
    version: '1.2.3',
    status: 'failed',
    lines: [line('ok'), line('failed')],
  });
});
