import { diskAttacks } from './attacks/disk';
import { ipcAttacks } from './attacks/ipc';
import { keyAttacks } from './attacks/key';
import { launchAttacks } from './attacks/launch';
import { navigationAttacks } from './attacks/navigation';
import { networkAttacks } from './attacks/network';
import { pageAttacks } from './attacks/page';
import { permissionsAttacks } from './attacks/permissions';
import { phoneAttacks } from './attacks/phone';
import { studiosAttacks } from './attacks/studios';
import { supplyAttacks } from './attacks/supply';

/** All attacks. Each has a test that carries it out, and `docs/security.md` is generated from them. */
export const attacks = {
  ...launchAttacks,
  ...pageAttacks,
  ...navigationAttacks,
  ...permissionsAttacks,
  ...ipcAttacks,
  ...keyAttacks,
  ...diskAttacks,
  ...networkAttacks,
  ...studiosAttacks,
  ...phoneAttacks,
  ...supplyAttacks,
};

export type AttackId = keyof typeof attacks;
