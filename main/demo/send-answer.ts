import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Json, writeJson } from './json';

/** Answer to a request: `body` as JSON, a page of `html`, or no body. */
export interface Answer {
  status: number;
  body?: Json;
  html?: string;
  headers?: Record<string, string>;
  delayMs?: number;
  /** Sends half of the body as if it were complete. */
  truncated?: boolean;
  /** Closes the connection without an answer. */
  dropped?: boolean;
}

/** Sends an answer. A delay ends early when the client disconnects. */
export async function send(response: ServerResponse, answer: Answer): Promise<void> {
  if (answer.delayMs !== undefined) {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    await pause(answer.delayMs, undefined, { signal: gone.signal });
  }
  if (answer.dropped) {
    response.destroy();
    return;
  }
  const isHtml = answer.html !== undefined;
  const whole = answer.html ?? (answer.body === undefined ? '' : writeJson(answer.body));
  const text = answer.truncated ? whole.slice(0, whole.length / 2) : whole;
  response.writeHead(answer.status, {
    'Content-Type': `${isHtml ? 'text/html' : 'application/json'}; charset=utf-8`,
    'Content-Length': Buffer.byteLength(text),
    ...answer.headers,
  });
  response.end(text);
}
