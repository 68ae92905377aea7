import { type DemoOptions, type DemoServer, startDemoServer } from '../main/demo/server';
import type { Launched } from './launch';
import { openKeychain } from './os-keychain';
import { policySwitch } from './policy-switch';
import { canaryKey, demoArgs, saveSettings, saveStudios } from './saved-studios';
import { type WarmKind, warmPreferences } from './warm-desk';

/** The day of {@link warmStudio}, for bookings at known places. */
export const fixedDay = '2026-11-23';

/** Factors of {@link warmVerifying}, in the order of their keys. */
const verificationFactors = ['dateOfBirth', 'postcode', 'address', 'customerNumber'];

/** A desk on demo data. */
function demoKind(argsFor: (home: string) => Promise<string[]> | string[]): WarmKind<object> {
  return {
    async prepare(home) {
      await saveSettings(home, { version: 2, ...warmPreferences });
      return { args: await argsFor(home), beside: {} };
    },
  };
}

/** A desk on demo data with one studio. */
export const warmDemo = demoKind(() => demoArgs);
/** A desk on demo data with every studio. */
export const warmStudios = demoKind(() => ['--demo', '--lang=en-GB']);
/** A desk on demo data whose policy has factors of verification. */
export const warmVerifying = demoKind(async (home) => [
  ...demoArgs,
  await policySwitch(home, { verificationFactors }),
]);

interface Connected {
  options?: Partial<DemoOptions>;
  /** Further switches. */
  argsFor?: (home: string) => Promise<string[]>;
  /** Brings the started desk to where its tests begin. */
  begin?: (launched: Launched) => Promise<unknown>;
}

/** A desk that is connected to the first studio of an API. */
export function connectedKind({ options, argsFor, begin }: Connected): WarmKind<{ api: DemoServer }> {
  return {
    async prepare(home) {
      const secrets = await openKeychain();
      const api = await startDemoServer({ key: canaryKey, ...options });
      await saveStudios(home, secrets, api.studios.slice(0, 1), warmPreferences);
      return {
        args: ['--lang=en-GB', ...((await argsFor?.(home)) ?? [])],
        env: secrets.env,
        ...(begin && { begin }),
        beside: { api },
        keychain: () => secrets.entries(),
        async end() {
          await api.close();
          await secrets.end();
        },
      };
    },
  };
}

/** A desk whose API has {@link fixedDay}. */
export const warmStudio = connectedKind({ options: { today: () => fixedDay } });
