import type { App, Session, WebContents } from 'electron';
import type { ExternalLinks } from './external-links';
import { isPageUrl, pageUrl } from './page-url';

/** Refuses what no page of ours ever needs: other pages, windows, frames, permissions, downloads, the network. */
export async function lockDown(
  app: App,
  page: Session,
  others: Session[],
  links: ExternalLinks,
): Promise<void> {
  for (const session of [page, ...others]) {
    // SECURITY: Chromium otherwise asks a host of Google's for a dictionary at every start.
    session.setSpellCheckerLanguages([]);
    session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
    session.setPermissionCheckHandler(() => false);
    session.setDevicePermissionHandler(() => false);
    session.on('will-download', (event) => event.preventDefault());
  }
  // SECURITY: renderer requests go to app:// alone; whatever a hijacked page tries ends here.
  page.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isPageUrl(details.url) && !details.url.startsWith('devtools://') });
  });
  app.on('web-contents-created', (_event, contents) => lockContents(contents, links));
  // SECURITY: WebRTC passes by CSP and webRequest; without a way past a proxy that is none, it goes nowhere.
  await page.setProxy({ proxyRules: 'http://127.0.0.1:9', proxyBypassRules: '<-loopback>' });
}

function lockContents(contents: WebContents, links: ExternalLinks): void {
  contents.on('will-navigate', (event) => {
    if (event.url !== pageUrl) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || event.url !== pageUrl) event.preventDefault();
  });
  // SECURITY: a page that would rather not leave, when the desk was left, leaves all the same.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    links.follow(url);
    return { action: 'deny' };
  });
}
