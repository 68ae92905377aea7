import type { Attack } from './attack';

const stays = 'app://ringside/index.html, the customer is still there';
const navigation = {
  group: 'Navigation',
  control: 'will-navigate and will-frame-navigate refuse everything except the page',
  where: 'main/window/lockdown.ts',
  expected: stays,
};

/** Attacks that lead the window elsewhere. */
export const navigationAttacks = {
  toForeignPage: { ...navigation, attack: 'Navigate the window to another page: location, link, refresh' },
  toFile: { ...navigation, attack: 'Navigate it to a file' },
  toData: { ...navigation, attack: 'Navigate it to a data: URL' },
  toScript: {
    ...navigation,
    attack: 'Navigate it to a javascript: URL',
    control: "CSP script-src 'self'",
    where: 'main/window/app-protocol.ts',
  },
  toOtherHost: { ...navigation, attack: "Navigate it to another host of the page's scheme" },
  toQuery: { ...navigation, attack: 'Navigate it to the page with a query' },
  toOtherFile: { ...navigation, attack: 'Navigate it to another file of the page' },
  newWindow: {
    ...navigation,
    attack: 'Open another window, by script and by link',
    control: 'The window open handler denies',
    expected: `refused; ${stays}`,
  },
  webview: {
    ...navigation,
    attack: 'Show another page in a webview',
    control: 'webviewTag is disabled, will-attach-webview refuses',
    expected: `an unknown element; ${stays}`,
  },
  dropFile: {
    ...navigation,
    attack: 'Drop a file on the window',
    control: 'navigateOnDragDrop is disabled, will-navigate refuses',
  },
  dropLink: {
    ...navigation,
    attack: 'Drop a link on the window',
    control: 'navigateOnDragDrop is disabled, will-navigate refuses',
  },
  externalLink: {
    group: 'Navigation',
    attack: "Exfiltrate a customer's name by opening links in the browser",
    control: 'https only, hosts of the policy, one link per two seconds',
    where: 'main/window/external-links.ts',
    expected: 'opened https://traces.example/trace/1',
  },
} as const satisfies Record<string, Attack>;
