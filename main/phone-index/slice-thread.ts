import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { fail, type Outcome, succeed } from '../../preload/contract/problem';
import type { AnswerReader } from '../api/answer-reader';
import type { IndexedSlice, StartSliceReading } from './indexed-slice';
import { PhoneEntries } from './phone-entries';
import type { SliceReply, SliceRequest } from './slice-messages';

/**
 * Maximum memory of the thread. SECURITY: an answer that needs more ends the thread instead of the app. The rules of
 * telephone numbers and a slice of 500 customers need about a tenth.
 */
const maxHeapMegabytes = 128;

/**
 * Starts a thread that reads slices of customers (`slice-worker.ts`), one at a time. Reading one takes longer than main
 * may be blocked.
 *
 * SECURITY: what a customer's record contains stays in the memory of that thread, which is given back when it ends.
 *
 * @param appPath folder or archive of the app (`app.getAppPath()`)
 */
export function sliceThread(appPath: string): StartSliceReading {
  return (digestKey) => {
    const worker = new Worker(join(appPath, 'out', 'main', 'slice-worker.js'), {
      workerData: digestKey,
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMegabytes },
      // SECURITY: it needs none of main's variables, and nothing that it prints.
      env: {},
      stdout: true,
      stderr: true,
    });
    const waiting = new Map<number, (outcome: Outcome<IndexedSlice>) => void>();
    let count = 0;
    let hasEnded = false;
    const send = (request: SliceRequest, transferred: ArrayBuffer[] = []) =>
      worker.postMessage(request, transferred);

    worker.on('message', ({ id, slice, problem }: SliceReply) => {
      const entries = slice && PhoneEntries.fromBytes(slice.entries);
      waiting.get(id)?.(entries ? succeed({ ...slice, entries }) : fail(problem ?? { kind: 'internal' }));
      waiting.delete(id);
    });
    // Without a listener, its error would be one of main. The exit follows.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      hasEnded = true;
      for (const resolve of waiting.values()) resolve(fail({ kind: 'internal' }));
      waiting.clear();
    });

    return {
      read: (context): AnswerReader<IndexedSlice> => {
        send({ context });
        return {
          take: (piece) => {
            const bytes = ownBuffer(piece);
            send({ piece: bytes }, [bytes.buffer]);
          },
          end: () => {
            if (hasEnded) return fail({ kind: 'internal' });
            count += 1;
            const id = count;
            return new Promise((resolve) => {
              waiting.set(id, resolve);
              send({ id });
            });
          },
        };
      },
      end: () => void worker.terminate(),
    };
  };
}

/** The bytes as an array with a buffer of its own: a piece of the network has one already, and copying it costs main more than reading it. */
function ownBuffer(piece: Buffer): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = piece;
  const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  return new Uint8Array(isWhole ? buffer : piece);
}
