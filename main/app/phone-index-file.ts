import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { app } from 'electron';
import { ApiClient } from '../api/client';
import type { Http } from '../api/http';
import type { CommandLine } from '../command-line';
import type { ConnectionService } from '../connection/connection';
import { fileNameFault } from '../file-name';
import { systemClock } from '../phone-index/clock';
import { Digests } from '../phone-index/digests';
import { IndexBuilder } from '../phone-index/index-builder';
import { type BuiltStudio, writeIndexFile } from '../phone-index/index-file-task';
import { IndexPace } from '../phone-index/index-pace';
import { parseSigningKey, type SigningKey } from '../phone-index/signing-key';
import { sliceThread } from '../phone-index/slice-thread';
import type { Policy } from '../policy/keys';

/** Exit code where the arguments or the policy do not say what to do. */
const badArguments = 2;

/** Prints a line, on standard error where something failed. */
type Print = (line: string, failed: boolean) => void;

/** Writes the telephone index for all desks: `ringside --phone-index FILE --signing-key KEYFILE`. @returns the exit code */
export async function writePhoneIndex(options: {
  connection: ConnectionService;
  http: Http;
  policy: Policy;
  commandLine: CommandLine;
  print: Print;
}): Promise<number> {
  const { connection, http, policy, commandLine, print } = options;
  const { phoneIndex, signingKey: keyFile } = commandLine;
  const refused = (why: string) => {
    print(`Not written: ${why}\n`, true);
    return badArguments;
  };
  if (!phoneIndex || !keyFile) return refused('use ringside --phone-index FILE --signing-key KEYFILE');
  const fault = fileNameFault(phoneIndex);
  if (fault) return refused(`${phoneIndex} cannot be written: ${fault}; choose another name`);
  if (policy.phoneIndexKey === undefined) return refused('the policy has no usable phoneIndexKey');
  const signingKey = await readSigningKey(resolve(keyFile));
  if (!signingKey) return refused(`${keyFile} is no Ed25519 private key in PEM (PKCS 8)`);
  const { phoneIndexPublicKey: expected = signingKey.publicKey } = policy;
  // Desks would refuse a file that another key has signed.
  if (signingKey.publicKey !== expected)
    return refused(`the other half of ${keyFile} is not phoneIndexPublicKey but ${signingKey.publicKey}`);
  const studios = connection.studios();
  if (studios.length === 0) return refused('this user has no studio in Ringside; see --provision');

  const key = Buffer.from(policy.phoneIndexKey, 'base64');
  const parts = {
    client: new ApiClient(http, (studio) => connection.credentials(studio)),
    pace: new IndexPace(systemClock, policy.phoneIndexRequestsPerMinute),
    digests: new Digests(key),
    startReading: sliceThread(app.getAppPath()),
    also: policy.phoneIndexAlso ?? [],
    region: app.getLocaleCountryCode() || undefined,
    onChange: () => undefined,
  };
  return writeIndexFile({
    file: resolve(phoneIndex),
    studios: studios.toSorted((a, b) => a.name.localeCompare(b.name)),
    key,
    signingKey,
    build: async (studio, signal): Promise<BuiltStudio> => {
      const builder = new IndexBuilder(studio, parts, Date.now());
      const outcome = await builder.run(signal);
      const { customers, country } = builder;
      if (outcome.ok) return { ...outcome.value, customers, isComplete: true };
      const entries = await builder.entriesSoFar();
      return { entries, customers, country, isComplete: false, problem: outcome.problem };
    },
    print,
    now: Date.now,
    signal: untilInterrupted(),
  });
}

async function readSigningKey(file: string): Promise<SigningKey | undefined> {
  try {
    return parseSigningKey(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Aborts when the task is to end: Electron would quit at once, and with an open request it may crash. */
function untilInterrupted(): AbortSignal {
  const end = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => end.abort());
  return end.signal;
}
