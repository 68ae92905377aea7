import { expect, it } from 'vitest';
import { parseCommandLine } from './command-line';

const usual = { version: false, demo: false };

it.each([
  [[], usual],
  [['--demo'], { ...usual, demo: true }],
  [['--version'], { ...usual, version: true }],
  [['--', '--version'], usual],
  [['--customer= 1-12345 '], { ...usual, lookup: { text: '1-12345' } }],
  [['--customer='], usual],
  [['--customer=Müller, Jörg=x'], { ...usual, lookup: { text: 'Müller, Jörg=x' } }],
  [['--screenshot=/tmp/a.png', '--theme=dark'], { ...usual, screenshot: '/tmp/a.png', theme: 'dark' }],
  [['electron', '.', '--', 'ringside://customer/1001'], { ...usual, lookup: { text: 'id:1001' } }],
  [
    ['--', 'ringside://customer/1001', '--demo', '--screenshot=/tmp/a.png'],
    { ...usual, lookup: { text: 'id:1001' } },
  ],
  [['--customer=1-1', 'ringside://customer/1001'], { ...usual, lookup: { text: '1-1' } }],
  [['--call=+4930901820'], { ...usual, lookup: { caller: 'number', text: '+4930901820' } }],
  [
    ['--studio=2', '--call', '030 901820'],
    { ...usual, lookup: { caller: 'number', text: '030901820', studio: '2' }, studio: '2' },
  ],
  [['--call='], { ...usual, lookup: { caller: 'withheld', text: '' } }],
  [['--demo', '--call'], { ...usual, demo: true, lookup: { caller: 'withheld', text: '' } }],
  [['--call', '+49', '30', '901820'], { ...usual, lookup: { caller: 'number', text: '+4930901820' } }],
  [['--call', ''], { ...usual, lookup: { caller: 'withheld', text: '' } }],
  [['--call=%CallerNumber%'], { ...usual, lookup: { caller: 'unreadable', text: '%CallerNumber%' } }],
  [['--', '--call=205', 'tel:+4930901820'], { ...usual, lookup: { caller: 'number', text: '+4930901820' } }],
  [['electron', '.', 'callto:+4930901820'], { ...usual, lookup: { caller: 'number', text: '+4930901820' } }],
  // What a caller has put into the number is no switch, whichever the form.
  ...[
    '--version',
    '--forget-studio=1',
    '--forget-studio 1',
    '--provision',
    '--customer=id:1001',
    '--studio=2',
    '--demo',
    '--screenshot=/tmp/a.png',
    '--theme=dark',
    '-- tel:+4930901820',
    '-r',
    '/x',
  ].flatMap((text): [string[], object][] =>
    [['--call=205', text], ['--call', '205', ...text.split(' ')], [`--call=205 ${text}`]].map((argv) => [
      argv,
      { ...usual, lookup: { caller: 'unreadable', text: `205 ${text}` } },
    ]),
  ),
  [['--call', '--customer=1'], { ...usual, lookup: { caller: 'unreadable', text: '--customer=1' } }],
  [
    ['--call=205', '--call=+4930901820'],
    { ...usual, lookup: expect.objectContaining({ caller: 'unreadable' }) },
  ],
  // A call comes before what else is on the command line, and starts no task.
  [
    ['--customer=1001', '--call=+4930901820'],
    { ...usual, lookup: { caller: 'number', text: '+4930901820' } },
  ],
  [
    ['ringside://customer/1001', '--forget-studio=1', '--call=205'],
    { ...usual, lookup: { caller: 'internal', text: '205' } },
  ],
  [['--policy=/tmp/policy.json'], { ...usual, policy: '/tmp/policy.json' }],
  [['--check'], { ...usual, task: 'check' }],
  [['--check', '--json'], { ...usual, task: 'check', json: true }],
  [['--call=1', '--check'], { ...usual, lookup: { caller: 'unreadable', text: '1 --check' } }],
  [['--policy-report'], { ...usual, task: 'policy-report' }],
  [['--provision', '--lang=de'], { ...usual, task: 'provision' }],
  [['--', '--provision'], usual],
  [
    ['--customer=1001', '--studio=1210093500'],
    { ...usual, lookup: { text: '1001', studio: '1210093500' }, studio: '1210093500' },
  ],
  [['--demo', '--studio=Fit Example Munich'], { ...usual, demo: true, studio: 'Fit Example Munich' }],
  [['--new-call'], { ...usual, newCall: true }],
  [['--', '--new-call'], usual],
  [['--call=205', '--new-call'], { ...usual, lookup: { caller: 'unreadable', text: '205 --new-call' } }],
  [['ringside://new-call'], usual],
  [['--studios'], { ...usual, task: 'studios' }],
  [['--forget-studio', '1210093500'], { ...usual, task: 'forget-studio', studio: '1210093500' }],
  [['--forget-studio', '1', '2'], { ...usual, task: 'forget-studio' }],
  [['--provision', '--brand=perfectgym.com'], { ...usual, task: 'provision', brand: 'perfectgym.com' }],
  [['--provision', '--brand=evil.example'], { ...usual, task: 'provision' }],
  [['--forget-studio=City Gym'], { ...usual, task: 'forget-studio', studio: 'City Gym' }],
  [
    ['.', '--phone-index', '/srv/phone index', '--signing-key', '/root/key.pem', '--lang=en'],
    { ...usual, task: 'phone-index', phoneIndex: '/srv/phone index', signingKey: '/root/key.pem' },
  ],
  [
    ['--signing-key=C:\\key.pem', '--phone-index=\\\\server\\share\\index'],
    { ...usual, task: 'phone-index', phoneIndex: '\\\\server\\share\\index', signingKey: 'C:\\key.pem' },
  ],
  [['--phone-index', '--signing-key', 'key.pem'], { ...usual, task: 'phone-index', signingKey: 'key.pem' }],
  [['--phone-index', 'a', 'b'], { ...usual, task: 'phone-index' }],
  [['--theme=pink', '--size=9999999x1'], usual],
  [['--size=1920x1080'], { ...usual, size: { width: 1920, height: 1080 } }],
  [['electron', '.', '--no-sandbox', '--unknown=1', '1001'], usual],
])('%j', (argv, options) => {
  expect(parseCommandLine(argv)).toEqual(options);
});

it('cuts a lookup that is too long', () => {
  expect(parseCommandLine([`--customer=${'x'.repeat(5_000)}`]).lookup?.text).toHaveLength(200);
});
