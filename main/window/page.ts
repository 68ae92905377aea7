import { pathToFileURL } from 'node:url';
import { net, type Session } from 'electron';
import { fileFor, scheme } from './page-file';

/** Privileges have to be registered before `ready`; see Electron's `protocol.registerSchemesAsPrivileged`. */
export const schemePrivileges: Electron.CustomScheme = {
  scheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

// SECURITY: own scripts and styles only, no connection at all: a page that was taken over has nowhere to send to.
const headers = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Serves the built renderer, and nothing outside its folder, as `app://ringside/`. */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle(scheme, async (request) => {
    const file = fileFor(request.url, folder);
    if (request.method !== 'GET' || file === undefined) return new Response(null, { status: 404 });
    try {
      const response = await net.fetch(pathToFileURL(file).href);
      return new Response(response.body, {
        status: response.status,
        headers: {
          ...headers,
          'Content-Type': response.headers.get('content-type') ?? 'application/octet-stream',
        },
      });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}
