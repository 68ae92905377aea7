import { withoutDefaultApp } from '../after-pack.mjs';

/** A hook of electron-builder: the blank window has no keytar to look at. */
export const afterPack = withoutDefaultApp;
