import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes a policy into the user data folder of a test. @returns the switch that makes it the policy */
export async function policySwitch(home: string, policy: object): Promise<string> {
  const file = join(home, 'policy.json');
  await writeFile(file, JSON.stringify(policy));
  return `--policy=${file}`;
}
