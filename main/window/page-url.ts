import { join, normalize, sep } from 'node:path';

export const scheme = 'app';
export const pageUrl = `${scheme}://ringside/index.html`;

/**
 * Whether a URL belongs to Ringside's page. `new URL('app://x').origin` is "null", so scheme and host are compared.
 */
export function isPageUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return protocol === `${scheme}:` && host === 'ringside';
}

/**
 * Whether a message comes from the top frame of Ringside's page.
 *
 * SECURITY: `senderFrame` is null for a frame that navigated or was destroyed (Electron 33); its messages are
 * refused.
 */
export function trustedFrame<F extends { url: string }>(
  topFrame: () => F | null,
): (frame: F | null) => boolean {
  return (frame) => frame !== null && frame === topFrame() && isPageUrl(frame.url);
}

/** Path below `folder` of a URL of the page; undefined when it names no file there. */
export function fileFor(url: string, folder: string): string | undefined {
  if (!isPageUrl(url)) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(new URL(url).pathname);
  } catch {
    return undefined;
  }
  const file = normalize(join(folder, path));
  // SECURITY: an encoded "..", a backslash or a NUL must not lead out of the folder.
  const inside = file.startsWith(folder + sep) && !path.includes('\0') && !path.includes('\\');
  return inside ? file : undefined;
}
