import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Json, writeJson } from './json';

/** What is answered to a request: `body` as JSON, or a page of `html`, or nothing. */
export interface Answer {
  status: number;
  body?: Json;
  html?: string;
  headers?: Record<string, string>;
  delayMs?: number;
  /** Half of the body, as if it were all. */
  truncated?: boolean;
  /** The connection ends without an answer. */
  dropped?: boolean;
}

/** Sends an answer; waits no longer once the other side is gone. */
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
