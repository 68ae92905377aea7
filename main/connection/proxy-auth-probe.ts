import { net, type Session } from 'electron';
import type { ProxyAuthProbe, ProxyAuthResult } from './proxy-login';

/** A proxy or a server that says nothing must not keep a lookup. */
const limitMs = 10_000;

/**
 * Knocks by a session of Electron's. `session.fetch` has no event for a proxy that asks, and ends such a request; `net.request` has one, and
 * what it is answered stays in the session's memory (Chromium's HttpAuthCache), so that every later request goes through.
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
        // An answer that is left unread holds Electron's main process up.
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
