import { buildType } from '../build-type';
import type { CommandLine } from '../command-line';
import { jsonFile, platformSources } from './platform-sources';
import type { PolicySource } from './policy';

/** Where a start reads its policy: the places of the platform, or the file of a test. */
export function policySources({ policy }: CommandLine): PolicySource[] {
  // SECURITY: a user who starts a release must not choose its policy.
  if (buildType !== 'release' && policy) return [jsonFile(policy, 'machine')];
  return platformSources(process.platform);
}
