import type { Session } from 'electron';
import type { CheckLine } from '../../preload/contract/check';
import type { Http } from '../api/http';
import type { ConnectionService } from '../connection/connection';
import { proveKey } from '../connection/prove-key';
import { createProxyAuthProbe } from '../connection/proxy-auth-probe';
import type { ProxyLogin } from '../connection/proxy-login';
import type { SecretStore } from '../connection/secret-store';
import type { PolicyRead } from '../policy/policy';
import { chooseFeed, type FeedChoice, ownUpdater } from '../updates/feed-choice';
import { checkClock } from './clock-check';
import { checkDisk } from './disk-check';
import { checkKeychain } from './keychain-check';
import { checkLog } from './log-check';
import { checkPolicy } from './policy-check';
import { checkProxies } from './proxy-check';
import { type Checks, runChecks } from './run-checks';
import { checkStudios, studiosLimitMs } from './studio-check';
import { checkUpdates } from './update-check';
import { checkWords } from './words';

/** What the checks examine: the parts of the desk, or those of a task. */
export interface DesktopParts {
  secrets: SecretStore;
  policyRead: PolicyRead;
  connection: ConnectionService;
  http: Http;
  session: Session;
  proxyLogin: ProxyLogin;
  /** User data folder. */
  userData: string;
  /** Folder of the log. */
  logs: string;
}

/** Time limit of a check of this computer, in milliseconds. A keychain that hangs is given up after ten seconds a call. */
const localMs = 45_000;

/** Time limit of a check in the network, in milliseconds: a request ends within 20 seconds, and a feed takes two of 30. */
const networkMs = 90_000;

/** Starts all checks of this desktop. @returns the lines of each check, in their order */
export function checkDesktop(parts: DesktopParts, language: 'en' | 'de'): Promise<CheckLine[]>[] {
  const { secrets, policyRead, connection, http, session, proxyLogin, userData, logs } = parts;
  const addresses = [...new Set(connection.studios().map(({ address }) => address))];
  const proxies = checkProxies({
    addresses,
    resolveProxy: (url) => session.resolveProxy(url),
    probe: createProxyAuthProbe(session),
    proxyLogin,
  });
  // Chromium repeats refused credentials with a request that is sent at the same time, which can lock the account.
  const afterProxies = proxies.catch(() => undefined);
  const checks: Checks = {
    keychain: { limitMs: localMs, run: () => checkKeychain(secrets) },
    policy: { limitMs: localMs, run: () => checkPolicy(policyRead) },
    proxy: { limitMs: networkMs, run: () => proxies },
    studio: {
      // Longer than its own limit, after which it still says which studios it has checked.
      limitMs: studiosLimitMs + localMs,
      async run(end) {
        await afterProxies;
        return checkStudios({ connection, prove: (key, signal) => proveKey(http, key, signal) }, end);
      },
    },
    clock: {
      limitMs: networkMs,
      async run(end) {
        await afterProxies;
        return checkClock(addresses, http, end);
      },
    },
    updates: {
      limitMs: networkMs,
      run: () =>
        checkUpdates(chooseFeed(ownUpdater(), policyRead.policy), (choice) => offeredBy(choice, proxyLogin)),
    },
    disk: { limitMs: localMs, run: () => checkDisk(userData) },
    log: { limitMs: localMs, run: () => checkLog(logs) },
  };
  return runChecks(checks, checkWords[language]);
}

/** electron-updater is loaded only where there is a feed. */
async function offeredBy(choice: FeedChoice, proxyLogin: ProxyLogin): Promise<string | undefined> {
  const { openFeed } = await import('../updates/platform-engine');
  return (await openFeed(choice, proxyLogin).offer())?.version;
}
