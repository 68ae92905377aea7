import type { CustomerId } from './domain';

/** Identifies a studio on this desktop: `<address>#<id>`. The keychain account of its key has the same name. */
export type StudioRef = string;

/** A studio that this desktop has a key for. */
export interface Studio {
  ref: StudioRef;
  /** Base URL of the studio's tenant, without a trailing slash; it may have a path. */
  address: string;
  /** `studioId` of the API in decimal digits, or a local ID (`local-1`) until the API supplies it. */
  id: string;
  name: string;
  /** Reference before the API supplied the ID, if that was since the start: hits and customers may still have it. */
  formerRef?: StudioRef;
  /** Present where the API gave no name: the agent chose it and may change it. */
  ownName?: true;
}

/** A customer of a tenant, and the studio whose key reads their account. An ID alone is not unique. */
export interface CustomerRef {
  /** The home studio. This desktop may have no key for it. */
  studio: StudioRef;
  id: CustomerId;
  /** The studio whose key reads the record by the cross-studio endpoints, where the home studio has no key here. */
  via?: StudioRef;
}

/** Prefix of local IDs, which a desktop gives to studios. */
export const localIdPrefix = 'local-';

/** Whether a studio has a local ID, because the API has not supplied one. */
export const hasLocalId = ({ id }: Pick<Studio, 'id'>): boolean => id.startsWith(localIdPrefix);

const separator = '#';

export function studioRef(address: string, id: string): StudioRef {
  return `${address}${separator}${id}`;
}

/** Address of a studio; empty for a text that is no reference. */
export function addressOf(ref: StudioRef): string {
  return ref.slice(0, Math.max(0, ref.lastIndexOf(separator)));
}

export function studioIdOf(ref: StudioRef): string {
  return ref.slice(ref.lastIndexOf(separator) + 1);
}

/** Identity of a customer: the tenant's address and the ID, which every key of the tenant shares. */
export function customerKey({ studio, id }: Pick<CustomerRef, 'studio' | 'id'>): string {
  return `${addressOf(studio)} ${id}`;
}
