import { parentPort, workerData } from 'node:worker_threads';
import { IndexedSliceAnswer } from './indexed-slice';
import type { SliceReply, SliceRequest } from './slice-messages';

// Entry point of the thread that reads slices of customers; see `slice-thread.ts`.
const digestKey: Uint8Array = workerData;
let answer: IndexedSliceAnswer | undefined;

parentPort?.on('message', (request: SliceRequest) => {
  if ('context' in request) answer = new IndexedSliceAnswer(request.context, digestKey);
  else if ('piece' in request) answer?.take(Buffer.from(request.piece.buffer));
  else if (answer) {
    const outcome = answer.end();
    answer = undefined;
    const { id } = request;
    const reply: SliceReply = outcome.ok
      ? { id, slice: { ...outcome.value, entries: outcome.value.entries.toBytes() } }
      : { id, problem: outcome.problem };
    parentPort?.postMessage(reply, reply.slice ? [reply.slice.entries.buffer] : []);
  }
});
