import { type Policy, type PolicyKey, policyKeys } from './keys';

/** Sentences about values that are valid on their own and have no effect, or a bad one, with the others. */
export function policyNotes(policy: Policy): string[] {
  const { phoneLookup = 'off', phoneIndexUrl, phoneIndexAlso, phoneIndexKey, dialLinks, phoneLinks } = policy;
  const notes: string[] = [];
  const missing = (['phoneIndexKey', 'phoneIndexPublicKey'] satisfies PolicyKey[]).filter(
    (key) => policy[key] === undefined,
  );
  if (phoneIndexUrl !== undefined && missing.length > 0)
    notes.push(`phoneIndexUrl needs ${missing.join(' and ')}: no telephone index is fetched or made`);
  if (phoneIndexUrl !== undefined && phoneLookup === 'off')
    notes.push('phoneIndexUrl has no effect while phoneLookup is off');
  if (phoneIndexAlso !== undefined && phoneLookup === 'off')
    notes.push('phoneIndexAlso has no effect while phoneLookup is off, except for ringside --phone-index');
  if (phoneIndexKey === policyKeys.phoneIndexKey.example)
    notes.push('phoneIndexKey is the published example, which everybody knows: replace it');
  if (dialLinks && phoneLinks?.includes('tel'))
    notes.push(
      'dialLinks opens tel: links, and phoneLinks has Ringside open them: a number that is dialled may come back as a call',
    );
  return notes;
}
