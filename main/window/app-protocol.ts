import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Session } from 'electron';
import { type PageAnswer, serveScheme } from './page-protocol';
import { fileFor, scheme } from './page-url';

/**
 * Privileges of the `app` scheme. They must be registered before `ready` (Electron,
 * `protocol.registerSchemesAsPrivileged`).
 */
export const schemePrivileges: Electron.CustomScheme = {
  scheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

// SECURITY: only own scripts and styles, and no connections: a hostile page cannot send data anywhere.
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
  // No Cross-Origin-Opener-Policy: Chromium would start a second process for the page, and nothing opens this page or
  // is opened by it.
};

/** File types that the page consists of; no other file of the build is served. */
const mimeTypes: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/**
 * Serves the built renderer as `app://ringside/`, and nothing outside its folder.
 *
 * @param locked resolves when the page is locked down; until then it gets nothing, while Chromium starts its process
 * @returns resolves when the page has its script and its style; it needs nothing else of main until its first call
 */
export function servePage(session: Session, folder: string, locked: Promise<void>): Promise<void> {
  serveScheme(session.protocol, scheme, ({ method, url }) => pageFile(method, url, folder, locked));
  const needed = new Set(['.js', '.css']);
  return new Promise((resolve) => {
    session.webRequest.onCompleted(({ url }) => {
      needed.delete(extname(url));
      if (needed.size > 0) return;
      session.webRequest.onCompleted(null);
      resolve();
    });
  });
}

async function pageFile(
  method: string,
  url: string,
  folder: string,
  locked: Promise<void>,
): Promise<PageAnswer> {
  const file = method === 'GET' ? fileFor(url, folder) : undefined;
  const mimeType = file && mimeTypes[extname(file)];
  // SECURITY: the headers apply to error responses as well, so that a frame with one has no more rights than the
  // page.
  const nothing = { statusCode: 404, headers, data: Buffer.alloc(0) };
  if (!mimeType) return nothing;
  try {
    // SECURITY: no script of the page runs before the lockdown is complete, or after it has failed.
    await locked;
    const data = await readFile(file);
    return { statusCode: 200, headers: { ...headers, 'Content-Type': `${mimeType}; charset=utf-8` }, data };
  } catch {
    return nothing;
  }
}
