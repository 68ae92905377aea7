import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argumentsOf, tools } from '../scripts/windows/windows-tools';
import { parseCommandLine, tasks } from './command-line';
import { refusedArguments } from './launch-check';
import { linkScheme } from './window/screen-pop';

/** Runs of a property. Each run starts a program. */
const numRuns = 40;

const refusedOf = (args: readonly string[]) =>
  refusedArguments({ args, variables: [], platform: 'win32' }, false);
const parsed = (args: readonly string[]) => parseCommandLine(['C:\\Ringside\\Ringside.exe', ...args]);

/** What Windows runs for a link: the command that `registerLinks` has registered, with the text in the place of `%1`. */
const commandOf = (link: string) => `"--" "${link}"`;

/** Texts with what means something to Windows' command lines: quotes, backslashes, percent signs, ampersands, switches. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        '""',
        '\\',
        '\\\\"',
        '%',
        '%PATH%',
        '&',
        '^',
        '|',
        '<',
        '>',
        ' ',
        '  ',
        '\t',
        "'",
        '(',
        ';',
      ),
      fc.constantFrom(
        '" --no-sandbox "',
        '" --provision "',
        '" /prefetch:1 "',
        '" --forget-studio=1 "',
        ' -- ',
      ),
      fc.constantFrom('ü', '日', '🔑', '+49', '1001', '%20', '%22', '%00', '?q=', '#', '/', '--customer=2'),
      fc.string({ maxLength: 8 }),
    ),
    { maxLength: 12 },
  )
  // A command line ends at a NUL, and a link has no line ends.
  .map((parts) => parts.join('').replace(/[\0\r\n]/g, ''));

describe.skipIf(!tools)('a link as Windows passes it', () => {
  it.each([
    [`${linkScheme}://customer/1001`, { text: 'id:1001' }],
    [`${linkScheme}://search?q=bullock%20edgar`, { text: 'bullock edgar' }],
    [`${linkScheme}://search?q=M%C3%BCller%20%26%20S%C3%B6hne`, { text: 'Müller & Söhne' }],
    [`${linkScheme}://search?q=50%25`, { text: '50%' }],
    [`${linkScheme}://search?q=a\\b`, { text: 'a\\b' }],
    [`${linkScheme}://search?q=%22edgar%22`, { text: '"edgar"' }],
    [
      `${linkScheme}://call?number=+4930901820&studio=Fit%20Ulm`,
      { caller: 'number', text: '+4930901820', studio: 'Fit Ulm' },
    ],
    [`${linkScheme}://call?number=%CallerNumber%`, { caller: 'unreadable', text: '%CallerNumber%' }],
    ['tel:+4930901820', { caller: 'number', text: '+4930901820' }],
    ['callto:+49 (30) 901820', { caller: 'number', text: '+4930901820' }],
  ])('%s is a lookup', async (link, lookup) => {
    const args = await argumentsOf(commandOf(link));
    expect(args).toEqual(['--', link]);
    expect(refusedOf(args)).toEqual([]);
    expect(parsed(args).lookup).toEqual(lookup);
  });

  it('is a lookup or nothing, whatever is in it: no switch, no task, and the start is not refused', async () => {
    const link = fc.tuple(
      fc.constantFrom(
        `${linkScheme}://search?q=`,
        `${linkScheme}://customer/`,
        `${linkScheme}://call?number=`,
        'tel:',
        '',
      ),
      hostile,
    );
    await fc.assert(
      fc.asyncProperty(link, async ([start, rest]) => {
        const args = await argumentsOf(commandOf(start + rest));
        expect(args[0]).toBe('--');
        expect(refusedOf(args)).toEqual([]);
        const { lookup, ...other } = parsed(args);
        expect(other).toEqual(parsed([]));
        expect(lookup?.text.length ?? 0).toBeLessThanOrEqual(200);
      }),
      { numRuns },
    );
  });
});

describe.skipIf(!tools)('a call as a telephone program passes it', () => {
  it('is one lookup, whatever the caller has put into the number, or the start is refused', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (number) => {
        const args = await argumentsOf(`"--call=${number}"`);
        const { lookup, ...other } = parsed(args);
        // A quote ends the argument, and what follows could be a switch for Chromium: then nothing starts.
        if (!number.includes('"')) expect(refusedOf(args)).toEqual([]);
        expect(other).toEqual(parsed([]));
        expect(lookup?.caller).toBeDefined();
      }),
      { numRuns },
    );
  });
});

describe.skipIf(!tools)('the launch check on Windows', () => {
  it.each([
    ['the prefetch hint', '/prefetch:5', []],
    ["the installer's start of the new version", '--updated', []],
    ['a shortcut with a language and demo data', '--lang=de --demo', []],
    ['a quoted value with spaces', '"--studio=Fit Example Ulm" --call=+4930901820', []],
    ['another slash switch', '/remote-debugging-port=9222', ['--remote-debugging-port']],
    ['upper case', '--NO-SANDBOX', ['--no-sandbox']],
    ['a switch in quotes', '"--no-sandbox"', ['--no-sandbox']],
    ['a switch behind a quoted space', '" --no-sandbox"', ['--no-sandbox']],
    [
      "Chromium's single argument",
      '--single-argument ringside://x --no-sandbox',
      ['--single-argument', '--no-sandbox'],
    ],
    ['a prefetch hint with more behind it', '/prefetch:5=--no-sandbox /prefetch:x', ['--prefetch:x']],
    // Ringside is not installed by Squirrel, and Chromium adds its time to what it sends to a running instance only.
    ['an event of Squirrel', '--squirrel-install 1.0.0', ['--squirrel-install']],
    ['the first run of Squirrel', '--squirrel-firstrun', ['--squirrel-firstrun']],
    ["Chromium's start time", '--original-process-start-time=13370000', ['--original-process-start-time']],
    ['arguments of the installer', '/S --force-run', ['--s', '--force-run']],
  ])('with %s', async (_, commandLine, refused) => {
    expect(refusedOf(await argumentsOf(commandLine))).toEqual(refused);
  });

  it.each(tasks)('lets an administrator run --%s', async (task) => {
    const args = await argumentsOf(`--${task}`);
    expect([refusedOf(args), parsed(args).task]).toEqual([[], task]);
  });

  it('reads a file name with spaces and umlauts', async () => {
    const args = await argumentsOf('--phone-index "C:\\Büro Süd\\index" --signing-key "D:\\key 1.pem"');
    expect(parsed(args)).toMatchObject({ phoneIndex: 'C:\\Büro Süd\\index', signingKey: 'D:\\key 1.pem' });
  });

  it('reads nothing where a backslash before the quote swallowed the end of a path', async () => {
    const args = await argumentsOf('--phone-index "C:\\Folder\\" --signing-key key.pem');
    expect(parsed(args).signingKey).toBeUndefined();
  });
});
