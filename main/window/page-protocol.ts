import type { Protocol } from 'electron';

/** What a file of the page, or a refusal, consists of. */
export interface PageAnswer {
  statusCode: number;
  headers: Record<string, string>;
  data: Buffer;
}

/** Answers a request of the page. It never rejects. */
export type AnswerPage = (request: { method: string; url: string }) => Promise<PageAnswer>;

/** Both APIs of Electron's `protocol`; the first one is deprecated, and a later version removes it. */
type SchemeApis = Pick<Protocol, 'handle'> & Partial<Pick<Protocol, 'registerBufferProtocol'>>;

/**
 * Serves a scheme: the only place that knows both APIs.
 *
 * It uses `registerBufferProtocol` as long as Electron has it, as 33 and 45 do. `protocol.handle` loads all of `fetch` in
 * main before the first file is served (docs/electron.md has the measured difference).
 */
export function serveScheme(protocol: SchemeApis, scheme: string, answer: AnswerPage): void {
  if (protocol.registerBufferProtocol)
    protocol.registerBufferProtocol(scheme, (request, done) => void answer(request).then(done));
  else
    protocol.handle(scheme, async (request) => {
      const { statusCode, headers, data } = await answer(request);
      return new Response(new Uint8Array(data), { status: statusCode, headers });
    });
}
