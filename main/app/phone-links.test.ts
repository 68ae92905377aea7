import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { PhoneLinkScheme } from '../policy/keys';
import { isCommand, type LinkSystem, registerPhoneLinks, registersPhoneLinks } from './phone-links';

const program = 'C:\\Ringside\\Ringside.exe';

/** A desktop on which each scheme belongs to a program. */
function desktop(owners: Partial<Record<PhoneLinkScheme, string>>, platform: NodeJS.Platform = 'win32') {
  const of = (path = '', args: string[] = []) => [path, ...args].join(' ');
  const system: LinkSystem = {
    app: {
      isDefaultProtocolClient: (scheme, path, args) => owners[scheme as PhoneLinkScheme] === of(path, args),
      setAsDefaultProtocolClient(scheme, path, args) {
        owners[scheme as PhoneLinkScheme] = of(path, args);
        return true;
      },
      removeAsDefaultProtocolClient: (scheme) => delete owners[scheme as PhoneLinkScheme],
    },
    platform,
    program,
    hasProgram: async (scheme) => owners[scheme] !== undefined,
  };
  return { owners, follow: (wanted: readonly PhoneLinkScheme[]) => registerPhoneLinks(wanted, system) };
}

it('Windows opens with Ringside what the policy names, behind the end of the switches', async () => {
  const { owners, follow } = desktop({});
  await follow(['tel']);
  expect(owners).toEqual({ tel: `${program} --` });
});

it('takes its registration back when the policy no longer names the scheme', async () => {
  const { owners, follow } = desktop({});
  await follow(['tel', 'callto']);
  await follow(['callto']);
  expect(owners).toEqual({ callto: `${program} --` });
});

it.each([[['tel', 'callto'] as const], [[]]])(
  'leaves the links of another program to it, with %j',
  async (wanted) => {
    const { owners, follow } = desktop({ tel: 'Softphone.exe', callto: 'Softphone.exe' });
    await follow(wanted);
    expect(owners).toEqual({ tel: 'Softphone.exe', callto: 'Softphone.exe' });
  },
);

it.each(['darwin', 'linux', 'freebsd'] as const)('registers nothing on %s', async (platform) => {
  const { owners, follow } = desktop({}, platform);
  await follow(['tel', 'callto']);
  expect(owners).toEqual({});
});

it('knows each platform of a release', () => {
  expect(registersPhoneLinks).toEqual({ win32: true, darwin: false, linux: false });
});

it.each([
  [
    '\r\nHKEY_CLASSES_ROOT\\tel\\shell\\open\\command\r\n    (Default)    REG_SZ    "C:\\Phone.exe" "%1"\r\n',
    true,
  ],
  [
    '\r\nHKEY_CLASSES_ROOT\\tel\\shell\\open\\command\r\n    (Standard)    REG_EXPAND_SZ    %P%\\Phone.exe\r\n',
    true,
  ],
  ['\r\nHKEY_CLASSES_ROOT\\tel\\shell\\open\\command\r\n', false],
  ['', false],
])('what reg.exe prints shows a command: %j', (printed, expected) => {
  expect(isCommand(printed)).toBe(expected);
});

it('no package declares telephone links, which every installation would then offer to open', async () => {
  const packages = await readFile('electron-builder.yml', 'utf8');
  expect(packages).toContain('schemes: [ringside]');
  expect(packages).not.toMatch(/x-scheme-handler\/(?:tel|callto)|schemes: .*(?:tel|callto)/);
});
