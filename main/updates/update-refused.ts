import type { UpdateFault } from '../../preload/contract/updates';

/** An update that was refused, and why. */
export class Refused extends Error {
  constructor(readonly fault: UpdateFault) {
    super(fault);
  }
}
