import { policyNotes } from '../policy/notes';
import type { PolicyRead } from '../policy/policy';
import type { Finding } from './findings';

/** A line for each value that was refused or has no effect, or one for the whole policy. SECURITY: without any value. */
export async function checkPolicy({ policy, refused }: PolicyRead): Promise<Finding[]> {
  const findings = [
    ...refused.map(
      ({ name, where }): Finding => ({ code: 'policyRefused', subject: name, facts: { where } }),
    ),
    ...policyNotes(policy).map(({ key }): Finding => ({ code: 'policyNoted', subject: key, facts: {} })),
  ];
  if (findings.length > 0) return findings;
  return [{ code: 'policyRead', facts: { values: Object.keys(policy).length } }];
}
