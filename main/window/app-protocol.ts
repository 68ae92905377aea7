import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Session } from 'electron';
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
 * It uses `registerBufferProtocol`, which is deprecated but present in Electron 33 and 45. Its successor
 * `protocol.handle` loads all of `fetch` in main before the first file is served, a fifth of a start
 * (docs/performance.md).
 *
 * @returns resolves when the page has its script and its style; it needs nothing else of main until its first call
 */
export function servePage(session: Session, folder: string): Promise<void> {
  session.protocol.registerBufferProtocol(scheme, ({ method, url }, answer) => {
    void pageFile(method, url, folder).then(answer);
  });
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

async function pageFile(method: string, url: string, folder: string): Promise<Electron.ProtocolResponse> {
  const file = method === 'GET' ? fileFor(url, folder) : undefined;
  const mimeType = file && mimeTypes[extname(file)];
  // SECURITY: the headers apply to error responses as well, so that a frame with one has no more rights than the
  // page.
  const nothing = { statusCode: 404, headers, data: Buffer.alloc(0) };
  if (!mimeType) return nothing;
  try {
    return { headers, mimeType, charset: 'utf-8', data: await readFile(file) };
  } catch {
    return nothing;
  }
}
