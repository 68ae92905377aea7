import { net, type Session } from 'electron';
import type { ProxyAuthProbe, ProxyAuthResult } from './proxy-login';

/** Time limit of the probe, in milliseconds. */
const limitMs = 10_000;

/**
 * Creates a probe that uses an Electron session: one request answers a proxy that asks for credentials. They stay in the session's
 * memory (Chromium's HttpAuthCache), so that later requests pass.
 */
export function createProxyAuthProbe(session: Session): ProxyAuthProbe {
  return (url, asked) =>
    new Promise((resolve) => {
      const request = net.request({ session, url, method: 'HEAD', credentials: 'omit', redirect: 'error' });
      let open = true;
      const end = (how: ProxyAuthResult) => {
        if (!open) return;
        open = false;
        clearTimeout(timer);
        // An unread response blocks Electron's main process.
        request.abort();
        resolve(how);
      };
      const timer = setTimeout(() => end('late'), limitMs);
      request.on('login', (challenge, answer) => {
        void asked(challenge).then((login) => {
          if (!open) return;
          if (login) answer(login.name, login.password);
          else answer();
        });
      });
      request.on('response', () => end('answered'));
      request.on('error', () => end('failed'));
      request.end();
    });
}
