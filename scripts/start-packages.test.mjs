import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pictureFault } from './start-packages.mjs';

/** The beginning of a PNG, followed by this many bytes. */
function png(width, height, bytes) {
  const head = Buffer.alloc(24);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(head);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return Buffer.concat([head, Buffer.alloc(bytes)]);
}

test('a picture of a filled window passes, on a small and on a dense screen', () => {
  expect(pictureFault(png(1280, 720, 60_000))).toBeUndefined();
  expect(pictureFault(png(2560, 1440, 200_000))).toBeUndefined();
  expect(pictureFault(png(1008, 681, 60_000))).toBeUndefined();
});

test('a picture of one colour is empty', () => {
  const oneColour = deflateSync(Buffer.alloc(2560 * 1440 * 4, 0xf4)).length;
  expect(pictureFault(png(2560, 1440, oneColour))).toMatch(/empty/);
});

test('a window without its size and another file fail', () => {
  expect(pictureFault(png(1, 1, 60_000))).toMatch('1 × 1 pixels');
  expect(pictureFault(Buffer.from('<!doctype html><title>no</title>'))).toMatch('no PNG');
});
