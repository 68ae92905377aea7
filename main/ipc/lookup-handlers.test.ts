import { expect, it } from 'vitest';
import type { AccountInput } from '../../preload/contract/calls';
import type { ApiClient } from '../api/client';
import { LatestRequests } from '../api/latest-request';
import { createLookupHandlers, type LookupServices } from './lookup-handlers';

const of = (id: string): AccountInput => ({ studio: 'https://chain.example#1', id });

/** Handlers with an API that never answers, and which requests were cancelled. */
function unanswered() {
  const cancelled: string[] = [];
  const lookup = (_: unknown, { id }: AccountInput, signal: AbortSignal) => {
    signal.addEventListener('abort', () => cancelled.push(id));
    return new Promise(() => undefined);
  };
  const { handlers, prefetch } = createLookupHandlers({
    client: { lookup } as unknown as ApiClient,
    requests: new LatestRequests(),
    customers: { seen: { add: () => undefined } } as unknown as LookupServices['customers'],
    touched: () => undefined,
  });
  return { cancelled, prefetch, open: (id: string) => void handlers['account:balances'](of(id)) };
}

it('a hit whose balance is requested ahead does not cancel the balance of the customer who is open, until it opens', () => {
  const { cancelled, prefetch, open } = unanswered();
  open('1');
  prefetch.start(of('2'));
  expect(cancelled).toEqual([]);
  open('2');
  expect(cancelled).toEqual(['1']);
  prefetch.start(of('3'));
  expect(cancelled).toEqual(['1']);
  open('4');
  expect(cancelled).toEqual(['1', '2']);
});
