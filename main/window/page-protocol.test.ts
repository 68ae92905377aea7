import type { Protocol } from 'electron';
import { expect, it, vi } from 'vitest';
import { serveScheme } from './page-protocol';

const file = {
  statusCode: 200,
  headers: { 'Content-Type': 'text/css; charset=utf-8' },
  data: Buffer.from('é'),
};
const answer = vi.fn(async () => file);
const request = { method: 'GET', url: 'app://ringside/a.css' };

it('is served by registerBufferProtocol where Electron has it', async () => {
  const handle = vi.fn();
  const registerBufferProtocol = vi.fn<Protocol['registerBufferProtocol']>();
  serveScheme({ handle, registerBufferProtocol }, 'app', answer);
  expect(handle).not.toHaveBeenCalled();
  const [scheme, serve] = registerBufferProtocol.mock.calls[0] ?? [];
  expect(scheme).toBe('app');
  const answered = new Promise((done) => serve?.(request as never, done));
  expect(await answered).toEqual(file);
  expect(answer).toHaveBeenLastCalledWith(expect.objectContaining(request));
});

it.each([200, 404])(
  'is served by protocol.handle where Electron has nothing else, with status %s',
  async (status) => {
    const handle = vi.fn<Protocol['handle']>();
    serveScheme({ handle }, 'app', async () => ({ ...file, statusCode: status }));
    const [scheme, serve] = handle.mock.calls[0] ?? [];
    expect(scheme).toBe('app');
    const response = await serve?.(new Request(request.url));
    expect(response?.status).toBe(status);
    expect(response?.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(await response?.text()).toBe('é');
  },
);
