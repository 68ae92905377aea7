import { join } from 'node:path';
import { app } from 'electron';
import type { Connection } from '../../preload/contract/calls';
import type { CommandLine } from '../command-line';
import { ConnectionService } from '../connection/connection';
import type { KeyChecks } from '../connection/identify-key';
import { startKeychainProcess } from '../connection/keychain-process';
import { SecretStore } from '../connection/secret-store';
import { SettingsFile } from '../connection/settings';
import { StudioList } from '../connection/studio-list';
import { startDemo } from '../demo/start-demo';
import { traceHosts } from '../ipc/initial-state';
import { allowedAddresses } from '../policy/keys';
import { readPolicy } from '../policy/policy';
import { policySources } from '../policy/sources';
import { confirmAddress } from '../window/confirm-address';
import type { DeskWindow } from '../window/desk-window';
import type { EarlyServices } from '../window/open-window';
import { createPreferences } from './preferences';

/** What the connection needs of the services that are loaded after the first paint. */
interface ConnectionParts {
  checks: KeyChecks;
  onConnection: (connection: Connection) => void;
}

export type FirstServices = Awaited<ReturnType<typeof createFirstServices>>;

/**
 * Builds what the page's first call asks for: policy, settings, preferences and the names of the studios. It loads nothing that
 * sends a request, because the page cannot be drawn before the answer.
 */
export async function createFirstServices(
  commandLine: CommandLine,
  { externalLinks }: EarlyServices,
  desk: DeskWindow,
) {
  const settings = new SettingsFile(join(app.getPath('userData'), 'settings.json'));
  const [policyRead, saved] = await Promise.all([readPolicy(policySources(commandLine)), settings.read()]);
  const { policy } = policyRead;
  externalLinks.allow([...(policy.externalLinkHosts ?? []), ...traceHosts(policy)]);
  if (policy.dialLinks) externalLinks.allowDialling();
  const preferences = createPreferences({ settings, saved, policy, commandLine, desk });

  const secrets = new SecretStore({ loadInProcess: startKeychainProcess });
  const apiAddresses = allowedAddresses(policy);
  let parts: ConnectionParts | undefined;
  const checks = () => {
    // The calls that connect a studio wait for the other services.
    if (!parts) throw new Error('The connection is not complete');
    return parts.checks;
  };
  const connection = new ConnectionService(
    new StudioList(settings, secrets, apiAddresses),
    {
      prove: (credentials) => checks().prove(credentials),
      information: (credentials) => checks().information(credentials),
    },
    startDemo,
    (known, address) => confirmAddress(preferences.messages(), known, address),
    apiAddresses,
    (state) => parts?.onConnection(state),
  );
  await connection.start(saved, commandLine.demo);
  return {
    ...preferences,
    settings,
    saved,
    policy,
    policyRead,
    secrets,
    connection,
    completeConnection(rest: ConnectionParts) {
      parts = rest;
    },
  };
}
