import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { anything, closeServers, http, key, problemOf, request, serve } from './http-test-server';

afterEach(closeServers);

describe('an answer', () => {
  it.each([
    [400, 'badRequest'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [409, 'conflict'],
    [418, 'unexpectedStatus'],
    [500, 'serverError'],
    [204, 'unexpectedStatus'],
  ])('with status %i is %s, whatever its body', async (status, kind) => {
    const bodies = ['', '<html>', '{"errorMessage":5}', 'null'];
    for (const body of bodies) {
      const origin = await serve((_, response) => {
        response.statusCode = status;
        response.end(status === 204 ? undefined : body);
      });
      expect(problemOf(await http().json(request, anything, { address: origin, key }))).toMatchObject({
        kind,
        response: { status },
      });
    }
  });

  it('reads a 403 with the documented code as another studio', async () => {
    const origin = await serve((_, response) => {
      response.statusCode = 403;
      response.end('{"errorMessage":"no","errorCode":"errormessage.permission.denied"}');
    });
    expect(problemOf(await http().json(request, anything, { address: origin, key })).kind).toBe(
      'forbiddenOtherStudio',
    );
  });

  it.each([
    ['HTML', '<!doctype html><title>Sign in</title>', 'notTheApi'],
    ['truncated JSON', '{"a":', 'unexpectedAnswer'],
    ['nested beyond any stack', '['.repeat(200_000), 'unexpectedAnswer'],
    ['another shape', '{"b":1}', 'unexpectedAnswer'],
  ])('of 200 that is %s is refused', async (_, body, kind) => {
    const origin = await serve((_message, response) => response.end(body));
    const outcome = await http().json(request, z.object({ a: z.number() }), { address: origin, key });
    expect(problemOf(outcome).kind).toBe(kind);
  });

  it('is refused above the byte limit, counted after decompression', async () => {
    const bomb = gzipSync(Buffer.alloc(3_000_000, 32));
    const origin = await serve((_, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(bomb);
    });
    expect(problemOf(await http().json(request, anything, { address: origin, key })).kind).toBe('tooLarge');
  });
});
