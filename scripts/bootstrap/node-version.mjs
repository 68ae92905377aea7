import { Stop } from './say.mjs';

/** Whether a Node version can build and test Ringside: 20.19 or later, without 21 and 22 before 22.12. */
export function isSupported(version) {
  const [major, minor] = version.split('.').map(Number);
  return major === 20 ? minor >= 19 : major === 22 ? minor >= 12 : major > 22;
}

export function requireNode(version = process.versions.node) {
  if (!isSupported(version))
    throw new Stop(`Node ${version} is too old. Ringside needs Node 20.19 or later.`);
}
