import { type Policy, type PolicyKey, policyKeys } from './keys';

/** A value that is valid on its own and has no effect, or a bad one, with the others. */
export interface PolicyNote {
  key: PolicyKey;
  /** One sentence, which begins with the key. */
  text: string;
}

export function policyNotes(policy: Policy): PolicyNote[] {
  const { phoneLookup = 'off', phoneIndexUrl, phoneIndexAlso, phoneIndexKey, dialLinks, phoneLinks } = policy;
  const notes: PolicyNote[] = [];
  const note = (key: PolicyKey, text: string) => notes.push({ key, text: `${key} ${text}` });
  const missing = (['phoneIndexKey', 'phoneIndexPublicKey'] satisfies PolicyKey[]).filter(
    (key) => policy[key] === undefined,
  );
  if (phoneIndexUrl !== undefined && missing.length > 0)
    note('phoneIndexUrl', `needs ${missing.join(' and ')}: no telephone index is fetched or made`);
  if (phoneIndexUrl !== undefined && phoneLookup === 'off')
    note('phoneIndexUrl', 'has no effect while phoneLookup is off');
  if (phoneIndexAlso !== undefined && phoneLookup === 'off')
    note('phoneIndexAlso', 'has no effect while phoneLookup is off, except for ringside --phone-index');
  if (phoneIndexKey === policyKeys.phoneIndexKey.example)
    note('phoneIndexKey', 'is the published example, which everybody knows: replace it');
  if (dialLinks && phoneLinks?.includes('tel'))
    note(
      'dialLinks',
      'opens tel: links, and phoneLinks has Ringside open them: a number that is dialled may come back as a call',
    );
  return notes;
}
