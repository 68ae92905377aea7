import type { UpdateFault } from '../../preload/contract/updates';

/** An update that was refused, and why. */
export class UpdateRefused extends Error {
  constructor(readonly fault: UpdateFault) {
    super(fault);
  }
}
