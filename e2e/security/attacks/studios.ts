import type { Attack } from './attack';

const studios = { group: 'Studios' };

/** Attacks on the keys and the money of several studios. */
export const studiosAttacks = {
  keysStayApart: {
    ...studios,
    attack: "Receive a studio's key at another studio or address",
    control: 'Credentials are looked up by the reference of one studio',
    where: 'main/connection/connection.ts, main/api/client.ts',
    expected: '3 keys seen, each at its own studio alone',
  },
  craftedStudio: {
    ...studios,
    attack: 'Look up a customer with a studio that the page has made up',
    control: 'main accepts only the studios that it knows',
    where: 'main/connection/connection.ts',
    expected: 'noKeyForStudio, noKeyForStudio, noKeyForStudio; 0 requests',
  },
  moneyElsewhere: {
    ...studios,
    attack: 'Open the account of a customer whose home studio has no key here',
    control: 'Only the key of the home studio reads the account',
    where: 'main/api/desk-search.ts',
    expected: 'noKeyForStudio, 0 requests for the account',
  },
  rowsUnconsented: {
    ...studios,
    attack: 'Add rows with another address unnoticed',
    control: 'main asks once for each address in a dialog of its own',
    where: 'main/connection/studio-import.ts',
    expected: 'the studios stay, 0 requests',
  },
  rowsReadBack: {
    ...studios,
    attack: 'Read or count keys through the border',
    control: 'No answer contains a key; rows cross without theirs',
    where: 'preload/contract/studio-import.ts',
    expected: '5 keys in the keychain, none in 9 answers',
  },
  rowsOfFile: {
    ...studios,
    attack: 'Find the keys of a file of studios afterwards',
    control: 'main reads the file, and drops a key when it is in the keychain',
    where: 'main/window/choose-studio-file.ts, main/connection/studio-import.ts',
    expected: 'connected; in no file but its own, no log, neither in the page nor in main',
  },
  pastedRows: {
    ...studios,
    attack: 'Find pasted keys in the memory of the page afterwards',
    control: 'The page drops the text as soon as main connects its rows',
    where: 'renderer/features/connection/import-store.ts',
    expected: 'connected; not in the page',
  },
  movedAccount: {
    ...studios,
    attack: "Have a studio's key moved to another address by editing the settings",
    control: 'A key is moved within its address only',
    where: 'main/connection/studio-list.ts',
    expected: 'asks for a key, the key stays, 0 requests to the other address',
  },
  studioInLink: {
    ...studios,
    attack: 'Name another address as the studio of a link',
    control: 'A link names a studio by its ID or name, and an unknown one is only reported',
    where: 'main/window/screen-pop.ts',
    expected: 'reported as unknown, 0 requests to the other address',
  },
  provisionedKeys: {
    ...studios,
    attack: 'Read keys from the output of --provision, --studios and --forget-studio',
    control: 'No line contains a key',
    where: 'main/app/provision-task.ts, main/app/studio-tasks.ts',
    expected: '2 rows, 2 studios, 1 forgotten, no key printed',
  },
} as const satisfies Record<string, Attack>;
