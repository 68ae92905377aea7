import type { UpdateFault } from '../../preload/contract/updates';

/** Error for an update that was refused, with the reason. */
export class UpdateRefused extends Error {
  constructor(readonly fault: UpdateFault) {
    super(fault);
  }
}
