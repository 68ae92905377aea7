import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Session } from 'electron';
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

/** What the page is made of; any other file of the build is nobody's business. */
const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/**
 * Serves the built renderer, and nothing outside its folder, as `app://ringside/`.
 *
 * @param ready when calls are answered; until then a script waits, so that none of it can call in vain
 */
export function servePage(session: Session, folder: string, ready: Promise<unknown>): void {
  session.protocol.handle(scheme, async (request) => {
    const file = request.method === 'GET' ? fileFor(request.url, folder) : undefined;
    const type = file && contentTypes[extname(file)];
    if (!type) return nothing();
    try {
      if (type === contentTypes['.js']) await ready;
      return new Response(await readFile(file), { headers: { ...headers, 'Content-Type': type } });
    } catch {
      return nothing();
    }
  });
}

/** With the headers of the page: a frame of nothing may do no more than the page itself. */
function nothing(): Response {
  return new Response(null, { status: 404, headers });
}
