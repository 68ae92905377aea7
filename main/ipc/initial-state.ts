import { release, type } from 'node:os';
import { app } from 'electron';
import type { AppStart } from '../../preload/contract/calls';
import type { UpdateState } from '../../preload/contract/updates';
import type { ConnectionService } from '../connection/connection';
import type { PreferencesService } from '../connection/preferences';
import { platformNames } from '../platform';
import type { Policy } from '../policy/keys';

/** Everything that the page needs for its first render, in one answer. */
export function initialState(
  policy: Policy,
  preferences: PreferencesService,
  connection: ConnectionService,
  update: UpdateState,
): AppStart {
  const [traceHost] = traceHosts(policy);
  return {
    version: app.getVersion(),
    system: `${type()} ${release()} ${process.arch}`,
    platform: platformNames[process.platform] ?? 'linux',
    locale: app.getLocale(),
    settings: preferences.current(),
    connection: connection.status(),
    balanceSign: policy.balanceSign ?? 'asSent',
    ...(traceHost && { traces: `https://${traceHost}/apm/trace/` }),
    verificationFactors: policy.verificationFactors ?? [],
    verificationOverride: policy.verificationOverride ?? false,
    phoneLookup: policy.phoneLookup ?? 'off',
    phoneIndexAlso: policy.phoneIndexAlso ?? [],
    dialLinks: policy.dialLinks ?? false,
    update,
  };
}

/** Hosts where Datadog shows a trace, if the policy names a Datadog site. */
export function traceHosts({ datadogSite }: Policy): string[] {
  return datadogSite ? [`app.${datadogSite}`] : [];
}
