import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { BalanceSign } from '../../preload/contract/domain';
import { type VerificationFactor, verificationFactors } from '../../preload/contract/preferences';
import { preferenceSchemas } from './preference-schemas';
import { requestsPerMinute } from './settings';

/** What an administrator decides for every desktop; whatever it names, the agent cannot change. */
export interface Policy {
  balanceSign?: BalanceSign;
  verificationFactors?: VerificationFactor[];
  requestsPerMinute?: number;
  language?: z.infer<(typeof preferenceSchemas)['language']>;
  idleMinutes?: number;
  maskContact?: boolean;
  contentProtection?: boolean;
  /** Hosts to which links out of Ringside may lead. */
  externalLinkHosts?: string[];
}

const { language, idleMinutes, maskContact, contentProtection } = preferenceSchemas;

/** As `URL` spells it, so that it can be compared: whole, in small letters, no port, no wildcard. */
const hostName = z.string().regex(/^[a-z\d-]+(\.[a-z\d-]+)+$/);

const schemas: { [K in keyof Policy]-?: z.ZodType<Required<Policy>[K]> } = {
  balanceSign: z.enum(['asSent', 'negativeOwes', 'positiveOwes']),
  verificationFactors: z.array(z.enum(verificationFactors)),
  requestsPerMinute,
  language,
  idleMinutes,
  maskContact,
  contentProtection,
  externalLinkHosts: z.array(hostName).max(50),
};

/** A policy as far as it could be read, and the names of what could not: bad values and unknown keys. */
export interface PolicyRead {
  policy: Policy;
  refused: string[];
}

/** Takes each value by itself, so that one mistake does not lift the rest. */
export function parsePolicy(json: unknown): PolicyRead {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return { policy: {}, refused: ['(whole file)'] };
  const policy: Record<string, unknown> = {};
  const refused: string[] = [];
  for (const [key, value] of Object.entries(json)) {
    const read = Object.hasOwn(schemas, key) ? schemas[key as keyof Policy].safeParse(value) : undefined;
    if (read?.success) policy[key] = read.data;
    else refused.push(key.slice(0, 60));
  }
  return { policy, refused };
}

/** @param file absent where the platform has no policy file; a file that is not there is no policy */
export async function readPolicy(file: string | undefined): Promise<PolicyRead> {
  if (file === undefined) return { policy: {}, refused: [] };
  try {
    return parsePolicy(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    const absent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { policy: {}, refused: absent ? [] : ['(whole file)'] };
  }
}
