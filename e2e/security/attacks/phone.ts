import type { Attack } from './attack';

const phone = { group: 'Telephone index' };

/** Attacks on the telephone index and on dialling. */
export const phoneAttacks = {
  indexContents: {
    ...phone,
    attack:
      'Search the memory of main, every answer to the page, the log and all files for numbers and names after the index of a studio was made',
    control: 'Digests with a key of this start; unwanted fields never become strings',
    where: 'main/phone-index/digests.ts, main/api/customer-slices.ts',
    expected: 'in none; in memory once a customer is found',
  },
  readIndex: {
    ...phone,
    attack: 'Read the index from the page',
    control: 'States and counts cross, and one number is answered at a time',
    where: 'main/ipc/phone-handlers.ts',
    expected: 'states and counts; nothing else is there',
  },
  tryNumbers: {
    ...phone,
    attack: 'Try two thousand numbers from the page',
    control: 'A rate limit of numbers that typed and calling ones share',
    where: 'main/api/phone-rate-limit.ts',
    expected: 'nearly all refused, the studio hardly noticed, the desk goes on',
  },
  forgedIndex: {
    ...phone,
    attack: 'Give desks an index that somebody else has signed',
    control: 'An Ed25519 signature, verified before a byte of the file is read',
    where: 'main/phone-index/index-file.ts',
    expected: 'failed, phoneIndexFile notSigned',
  },
  dialOther: {
    ...phone,
    attack: 'Dial a number that the page made up, or that of a customer whom nobody has found',
    control: 'main dials numbers of records that this session has found',
    where: 'main/ipc/phone-handlers.ts',
    expected: 'invalidInput, invalidInput, invalidInput; dialled tel:+493023125001',
  },
  dialOff: {
    ...phone,
    attack: 'Dial a number where the policy does not allow it',
    control: 'Policy dialLinks, off by default',
    where: 'main/ipc/phone-handlers.ts',
    expected: 'invalidInput, nothing dialled',
  },
  dialFlood: {
    ...phone,
    attack: 'Dial a hundred times',
    control: 'A rate limit',
    where: 'main/window/external-links.ts',
    expected: 'nearly all refused',
  },
  forgedCaller: {
    ...phone,
    attack: "Call with a customer's number, which can be forged, and be taken for them",
    control: 'A number is no factor of verification',
    where: 'renderer/desk/factor-from-search.ts',
    expected: 'opened, not verified',
  },
} as const satisfies Record<string, Attack>;
