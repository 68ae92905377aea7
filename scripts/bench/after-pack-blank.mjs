// A hook of electron-builder: the blank window has no keytar to look at.
export { withoutDefaultApp as afterPack } from '../after-pack.mjs';
