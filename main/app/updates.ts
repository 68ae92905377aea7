import { app } from 'electron';
import type { ProxyLogin } from '../connection/proxy-login';
import type { DialogMessages } from '../dialog-messages';
import type { Log } from '../log/log';
import type { Policy } from '../policy/keys';
import type { IdleTime } from '../privacy/idle-time';
import type { RecentCustomers } from '../privacy/recent-customers';
import type { TelemetryExporter } from '../telemetry/exporter';
import type { StartGuard } from '../updates/start-guard';
import { Updates } from '../updates/updates';
import type { DeskWindow } from '../window/desk-window';

/** The update service, which asks the desk when an agent may be interrupted. */
export function createUpdates(options: {
  policy: Policy;
  guard: StartGuard | undefined;
  messages: () => DialogMessages;
  customers: RecentCustomers;
  idleTime: IdleTime;
  desk: DeskWindow;
  proxyLogin: ProxyLogin;
  log: Log;
  telemetry: TelemetryExporter | undefined;
}): Updates {
  const { policy, guard, messages, customers, idleTime, desk, proxyLogin, log, telemetry } = options;
  return new Updates({
    policy,
    guard,
    userData: app.getPath('userData'),
    words: messages,
    desk: {
      isOpen: () => customers.isBusy(),
      idleSeconds: () => idleTime.seconds(),
    },
    tell: (state) => desk.send('update:changed', state),
    reportRestored: (left) => {
      log.event({ event: 'went-back', left });
      telemetry?.reportRestored(left);
    },
    proxyLogin,
    log,
  });
}
