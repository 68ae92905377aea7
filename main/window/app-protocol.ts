import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Session } from 'electron';
import { fileFor, scheme } from './page-url';

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
  // No Cross-Origin-Opener-Policy: Chromium starts a second process for the page of it, and nothing opens this page nor is opened.
};

/** What the page is made of; any other file of the build is nobody's business. */
const mimeTypes: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/**
 * Serves the built renderer, and nothing outside its folder, as `app://ringside/`.
 *
 * By `registerBufferProtocol`, which Electron calls deprecated and has in 33 and 45: its successor `protocol.handle` loads all that
 * `fetch` needs in main before the first file is served, a fifth of a start (docs/performance.md).
 *
 * @returns when the page first has its script and its style: it then needs nothing of main until its first call
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
  // With the headers of the page: a frame of nothing may do no more than the page itself.
  const nothing = { statusCode: 404, headers, data: Buffer.alloc(0) };
  if (!mimeType) return nothing;
  try {
    return { headers, mimeType, charset: 'utf-8', data: await readFile(file) };
  } catch {
    return nothing;
  }
}
