import type { Problem } from '../../preload/contract/problem';
import type { IndexedSlice, SliceContext } from './indexed-slice';

/** What is sent to `slice-worker.ts`: the begin of an answer, which ends the one before; a piece of it; its end. */
export type SliceRequest = { context: SliceContext } | { piece: Uint8Array<ArrayBuffer> } | { id: number };

/** Its reply to an end: the slice, with its entries as bytes, or a problem. */
export type SliceReply =
  | {
      id: number;
      slice: Omit<IndexedSlice, 'entries'> & { entries: Uint8Array<ArrayBuffer> };
      problem?: never;
    }
  | { id: number; slice?: never; problem: Problem };
