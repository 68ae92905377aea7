import type { App, Session, WebContents } from 'electron';
import type { ExternalLinks } from './external-links';
import { isPageUrl, pageUrl } from './page-url';

/**
 * Blocks permissions, downloads and spelling dictionaries of every session as soon as Electron has made it. Sessions are not
 * listed, because naming Electron's own one takes time before the window.
 */
export function lockSessions(app: Pick<App, 'on'>): void {
  app.on('session-created', (session) => {
    // SECURITY: otherwise Chromium requests a spelling dictionary from Google at every start.
    session.setSpellCheckerLanguages([]);
    session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
    session.setPermissionCheckHandler(() => false);
    session.setDevicePermissionHandler(() => false);
    session.on('will-download', (event) => event.preventDefault());
  });
}

/**
 * Blocks what Ringside's page never needs: other pages, windows, frames, the network.
 *
 * @returns resolves when the lockdown is complete; the page must not get a file before
 */
export async function lockPage(app: App, page: Session, links: ExternalLinks): Promise<void> {
  // SECURITY: requests of the renderer are limited to app://.
  page.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isPageUrl(details.url) && !details.url.startsWith('devtools://') });
  });
  app.on('web-contents-created', (_event, contents) => lockContents(contents, links));
  // SECURITY: CSP and webRequest do not cover WebRTC; with this policy and no proxy it cannot connect.
  await page.setProxy({ proxyRules: 'http://127.0.0.1:9', proxyBypassRules: '<-loopback>' });
}

/**
 * Answers every server that asks for a client certificate with none.
 *
 * SECURITY: from Electron 44 on, a request without this handler shows the first fitting certificate of the user to any
 * server that asks (breaking changes of 44.0). Electron 33 asks for the page alone, and fails such requests.
 */
export function showNoCertificate(app: Pick<App, 'on'>): void {
  app.on('select-client-certificate', (event, _contents, _url, _certificates, choose) => {
    event.preventDefault();
    choose();
  });
}

function lockContents(contents: WebContents, links: ExternalLinks): void {
  contents.on('will-navigate', (event) => {
    if (event.url !== pageUrl) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || event.url !== pageUrl) event.preventDefault();
  });
  // SECURITY: a page cannot prevent its unload with a beforeunload handler.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    links.follow(url);
    return { action: 'deny' };
  });
}
