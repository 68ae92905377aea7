import type { Attack } from './attack';

const border = { group: 'IPC' };

/** Attacks over IPC. */
export const ipcAttacks = {
  otherValues: {
    ...border,
    attack: 'Find more than functions on the border',
    control: 'One function per channel',
    where: 'preload/index.ts',
    expected: 'a function a channel, 0 other values',
  },
  changeBorder: {
    ...border,
    attack: 'Add a function to the border',
    control: 'contextBridge freezes what it exposes',
    where: 'preload/index.ts',
    expected: 'unchanged',
  },
  wayToPreload: {
    ...border,
    attack: 'Reach the preload script through what it exposes',
    control: 'contextBridge copies, contextIsolation',
    where: 'main/window/browser-window.ts',
    expected: 'all of the page, refused',
  },
  childFrame: {
    ...border,
    attack: 'Use the border in a frame',
    control: 'Preload in the top frame only, sender check',
    where: 'main/window/page-url.ts',
    expected: 'nothing in a frame',
  },
  extraField: {
    ...border,
    attack: 'Send more fields than a channel accepts',
    control: 'A strict schema per channel',
    where: 'main/ipc/schemas.ts',
    expected: 'invalidInput',
  },
  wrongTypes: {
    ...border,
    attack: 'Send other types, paths, header lines and prototypes',
    control: 'A strict schema per channel',
    where: 'main/ipc/schemas.ts',
    expected: 'invalidInput',
  },
  hugeValues: {
    ...border,
    attack: 'Send 20 MB',
    control: 'A limit for every text and list',
    where: 'main/ipc/schemas.ts',
    expected: 'invalidInput',
  },
  rawExceptions: {
    ...border,
    attack: 'Make main or the preload script throw, and read the message',
    control: 'Problems instead of exceptions',
    where: 'main/ipc/register-handlers.ts',
    expected: 'invalidInput, An object could not be cloned.',
  },
  flood: {
    ...border,
    attack: 'Send ten thousand calls together',
    control: 'A rate limit per channel, and the share of the desktop',
    where: 'main/ipc/register-handlers.ts',
    expected: 'nearly all refused, the studio hardly noticed, the desk goes on',
  },
  checkFlood: {
    ...border,
    attack: 'Have the desktop checked a hundred times together, and read the keys from the results',
    control: 'One check at a time, whose lines contain no secret; a rate limit',
    where: 'main/app/desktop-check.ts',
    expected: 'most refused, the studio was asked like once, no key',
  },
  hiddenFields: {
    ...border,
    attack: 'Read IBANs, cards and PINs of a customer',
    control: 'main passes on the fields that an agent needs, one by one',
    where: 'main/api/schemas.ts',
    expected: 'none of it crosses',
  },
  hiddenContractFields: {
    ...border,
    attack: 'Read IBANs, cards and document links of a contract',
    control: 'main passes on the fields that an agent needs, one by one',
    where: 'main/api/contract-schema.ts',
    expected: 'none of it crosses',
  },
} as const satisfies Record<string, Attack>;
