import type { App, Session, WebContents } from 'electron';
import type { ExternalLinks } from './external-links';
import { isPageUrl, pageUrl } from './page-url';

/** Blocks what Ringside's page never needs: other pages, windows, frames, permissions, downloads, the network. */
export async function lockDown(
  app: App,
  page: Session,
  others: Session[],
  links: ExternalLinks,
): Promise<void> {
  for (const session of [page, ...others]) {
    // SECURITY: otherwise Chromium requests a spelling dictionary from Google at every start.
    session.setSpellCheckerLanguages([]);
    session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
    session.setPermissionCheckHandler(() => false);
    session.setDevicePermissionHandler(() => false);
    session.on('will-download', (event) => event.preventDefault());
  }
  // SECURITY: requests of the renderer are limited to app://.
  page.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isPageUrl(details.url) && !details.url.startsWith('devtools://') });
  });
  app.on('web-contents-created', (_event, contents) => lockContents(contents, links));
  // SECURITY: CSP and webRequest do not cover WebRTC; with this policy and no proxy it cannot connect.
  await page.setProxy({ proxyRules: 'http://127.0.0.1:9', proxyBypassRules: '<-loopback>' });
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
