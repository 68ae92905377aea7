import { beforeEach, describe, expect, it } from 'vitest';
import { fail, type Outcome, succeed } from '../preload/contract/problem';
import type { CustomerRef } from '../preload/contract/studio';
import { MissingRights, noRight } from './missing-rights';

const ref = { studio: 'https://a.example#1', id: '7' };
const other = { studio: 'https://a.example#2', id: '8' };

/** A 403 of the API. */
const refusal = (kind: 'forbidden' | 'forbiddenOtherStudio') =>
  fail({ kind, response: { status: 403, statusText: 'Forbidden', errorMessage: 'Authorization failed.' } });

describe('a key without the right', () => {
  let answers: Outcome<string>[];
  let asked: string[];
  let isReadable: boolean;
  let rights: MissingRights;
  let call: (ref: CustomerRef) => Promise<Outcome<string>>;

  beforeEach(() => {
    answers = [refusal('forbidden')];
    asked = [];
    isReadable = true;
    rights = new MissingRights();
    call = rights.guard(
      'contracts',
      async ({ id }: CustomerRef) => {
        asked.push(id);
        return answers.shift() ?? succeed('read');
      },
      () => isReadable,
    );
  });

  it('is not asked again, and the keys of other studios are', async () => {
    expect(await call(ref)).toEqual(succeed(noRight));
    expect(await call({ ...ref, id: '9' })).toEqual(succeed(noRight));
    expect(await call(other)).toEqual(succeed('read'));
    expect(asked).toEqual(['7', '8']);
  });

  it('is asked again after the connection changed', async () => {
    await call(ref);
    rights.forget();
    expect(await call(ref)).toEqual(succeed('read'));
  });

  it('is asked for something else', async () => {
    await call(ref);
    const checkIns = rights.guard(
      'check-ins',
      async () => succeed('read'),
      () => true,
    );
    expect(await checkIns(ref)).toEqual(succeed('read'));
  });

  it('is no cause when the key can read nothing of this customer', async () => {
    isReadable = false;
    expect(await call(ref)).toEqual(refusal('forbidden'));
    expect(await call(ref)).toEqual(succeed('read'));
  });

  it('is no cause of another failure', async () => {
    const ofProxy = fail({ kind: 'forbidden', response: { status: 403, statusText: 'Forbidden' } });
    answers = [fail({ kind: 'serverError' }), ofProxy];
    expect(await call(ref)).toEqual(fail({ kind: 'serverError' }));
    expect(await call(ref)).toEqual(ofProxy);
    expect(await call(ref)).toEqual(succeed('read'));
  });

  it('is noticed with the code for another studio as well, because the account was read', async () => {
    answers = [refusal('forbiddenOtherStudio')];
    expect(await call(ref)).toEqual(succeed(noRight));
  });

  it('that was replaced while its request ran is not remembered', async () => {
    let answer = (_: Outcome<string>) => {};
    const slow = rights.guard(
      'slow',
      (_: CustomerRef) => new Promise<Outcome<string>>((resolve) => (answer = resolve)),
      () => true,
    );
    const first = slow(ref);
    rights.forget();
    answer(refusal('forbidden'));
    await first;
    const second = slow(ref);
    answer(succeed('read'));
    expect(await second).toEqual(succeed('read'));
  });
});
