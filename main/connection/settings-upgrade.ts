import { isRecord } from '../is-record';
import { parseAddress } from './address';

/** ID of the one studio of version 1, whose own ID was not known. */
export const upgradedId = 'local-1';

/**
 * Converts settings of version 1, which had one address and one key, to version 2. The key is still in the keychain
 * under the address, which `formerAccount` remembers until it has been moved (`studio-list.ts`).
 */
export function upgradeSettings(json: unknown): unknown {
  if (!isRecord(json) || json.version !== 1) return json;
  const { address, provisioned, ...others } = json;
  const parsed = parseAddress(typeof address === 'string' ? address : '');
  if ('fault' in parsed) return { ...others, version: 2 };
  // Version 1 saved origins only.
  const origin = parsed.addresses.at(-1) ?? '';
  const studio = { address: origin, id: upgradedId, name: new URL(origin).host, formerAccount: origin };
  return { ...others, version: 2, addresses: [origin], studios: provisioned === true ? [studio] : [] };
}
