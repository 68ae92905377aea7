import { describe, expect, it } from 'vitest';
import { parseCommandLine } from './command-line';
import { type Launch, refusedArguments } from './launch-check';

function refused(launch: Partial<Launch>, test = false): string[] {
  return refusedArguments({ args: [], variables: [], platform: 'linux', ...launch }, test);
}

describe('a package refuses to start', () => {
  it.each([
    ['--ignore-certificate-errors'],
    ['--remote-debugging-port=0'],
    ['--remote-debugging-pipe'],
    ['--proxy-server=evil.example:80'],
    ['--host-resolver-rules=MAP * 127.0.0.1'],
    ['--log-net-log=/tmp/net.json'],
    ['--inspect=0'],
    ['--js-flags=--expose-gc'],
    ['--no-sandbox'],
    ['--policy=/tmp/policy.json'],
    ['--screenshot=/tmp/customer.png'],
    ['--a-switch-of-next-year'],
    ['-remote-debugging-port=0'],
    ['  --no-sandbox'],
    ['-r'],
  ])('with %s', (arg) => {
    const name = arg.trim().replace(/^-+/, '').split('=')[0];
    expect(refused({ args: ['--customer=1001', arg] })).toEqual([`--${name}`]);
  });

  it.each([['--no-sandbox'], ['-r'], ['--remote-debugging-port=0']])(
    'with %s behind a call, which Chromium would read as a switch',
    (arg) => {
      const name = arg.replace(/^-+/, '').split('=')[0];
      for (const args of [
        ['--call', arg],
        ['--call=205', arg],
        ['--call', '205', arg],
      ])
        expect(refused({ args })).toEqual([`--${name}`]);
    },
  );

  // U+0085 is a blank for Chromium on Windows alone, U+FEFF and U+00A0 on Linux for JavaScript alone.
  it.each([' ', '\u0085', '\u00a0', '\u180e', '\u200b', '\u2028', '\u3000', '\ufeff', '\u0085\ufeff '])(
    'with a switch behind the blank %j, and behind an end of switches that has it',
    (blank) => {
      const port = '--remote-debugging-port=9222';
      for (const args of [
        [`${blank}${port}`],
        ['--call', `${blank}${port}`],
        ['--call=205', `${blank}${port}`],
        [`${blank}--`, port],
        [`--${blank}`, port],
        [`${blank}--`, `${blank}${port}`],
      ])
        for (const platform of ['linux', 'win32', 'darwin'] as const)
          expect(refused({ args, platform })).toContain('--remote-debugging-port');
    },
  );

  it('with a picture that Ringside would take behind an end of switches with a blank', () => {
    const args = [' --', '--customer=1001', '--screenshot=/tmp/picture.png'];
    expect(parseCommandLine(args).screenshot).toBe('/tmp/picture.png');
    expect(refused({ args })).toContain('--screenshot');
  });

  it('with a picture, unless it is one of demo data', () => {
    const picture = '--screenshot=/tmp/picture.png';
    expect(refused({ args: ['--demo', picture] })).toEqual([]);
    for (const demo of ['-demo', '--demo=yes', '--DEMO', '/demo', '--call --demo'])
      for (const platform of ['linux', 'win32'] as const)
        expect(refused({ args: [picture, ...demo.split(' ')], platform })).toContain('--screenshot');
    expect(refused({ args: ['--', '--demo', picture] })).toEqual([]);
    expect(refused({ args: [picture, '--', '--demo'] })).toEqual(['--screenshot']);
  });

  it.each([['/remote-debugging-port=0'], ['--Remote-Debugging-Port=0'], ['-REMOTE-DEBUGGING-PORT=0']])(
    'on Windows with %s',
    (arg) => {
      expect(refused({ args: [arg], platform: 'win32' })).toEqual(['--remote-debugging-port']);
    },
  );

  it.each([
    'SSLKEYLOGFILE',
    'NODE_OPTIONS',
    'ELECTRON_RUN_AS_NODE',
    'ELECTRON_NO_ASAR',
    'ELECTRON_ENABLE_LOGGING',
    'ELECTRON_LOG_FILE',
  ])('with %s in the environment', (name) => {
    expect(refused({ variables: ['PATH', name] })).toEqual([name]);
  });

  it('on Windows with a variable in lower case', () => {
    expect(refused({ variables: ['node_options'], platform: 'win32' })).toEqual(['NODE_OPTIONS']);
  });

  it('and lists every reason once', () => {
    const launch = {
      args: ['--inspect', '--inspect', '--proxy-server=x'],
      variables: ['NODE_OPTIONS', 'NODE_OPTIONS'],
    };
    expect(refused(launch)).toEqual(['--inspect', '--proxy-server', 'NODE_OPTIONS']);
  });
});

describe('a package starts', () => {
  it.each([
    [['--customer=1001', '--lang=de', '--theme=dark', '--disable-gpu']],
    [['--updated']],
    [['--version']],
    [['--call=+4930901820', '--studio=2']],
    [['--call', '+4930901820']],
    [['--', 'tel:+4930901820']],
    // What a caller has put into the number refuses no call.
    [['--call=-anonymous']],
    [['--call=--no-sandbox']],
    [['--call=/x']],
    [['--call', '-4930901820']],
    [['--call', '-- private --']],
    [['--call', '- unknown', '/49']],
    [['--check', '--json']],
    [['--policy-report']],
    [['--provision']],
    [['ringside://customer/1001']],
    // Arguments after the protocol handler's `--` are no switches.
    [['--', '--no-sandbox']],
    [['/usr/share/whatever']],
    [['-', '']],
  ])('with %j', (args) => {
    expect(refused({ args })).toEqual([]);
  });

  it('on Windows with a call of a number behind a slash', () => {
    for (const args of [['--call', '/4930901820'], ['--call=/x']])
      expect(refused({ args, platform: 'win32' })).toEqual([]);
  });

  it('with the argument that Windows adds after a click on a notification, on Windows only', () => {
    expect(refused({ args: ['-Embedding'], platform: 'win32' })).toEqual([]);
    expect(refused({ args: ['-Embedding', '-Embedding2'], platform: 'win32' })).toEqual(['--embedding2']);
    expect(refused({ args: ['-Embedding'] })).toEqual(['--Embedding']);
  });

  it('with the argument that macOS Finder adds, on macOS only', () => {
    expect(refused({ args: ['-psn_0_12345'], platform: 'darwin' })).toEqual([]);
    expect(refused({ args: ['-psn_0_12345'] })).toEqual(['--psn_0_12345']);
  });

  it('with a debugging port and a policy in a test build', () => {
    const args = ['--remote-debugging-port=0', '--policy=/tmp/policy.json', '--no-sandbox'];
    expect(refused({ args }, true)).toEqual(['--no-sandbox']);
  });
});
