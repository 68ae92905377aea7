import { describe, expect, it } from 'vitest';
import { type ProblemKind, problemKinds } from '../../../preload/contract/problem';
import { languageFor } from '../../messages/language';
import { mayRetryHelp } from '../../problem-traits';
import { callerSentence } from './caller-sentence';

const phone = '+49 30 23125 001';
const say = (source: string, kind: ProblemKind, number: string | undefined = phone, locale = 'en-GB') =>
  callerSentence({ source, problem: { kind } }, number, languageFor('system', locale).messages);

describe('the sentence for the caller', () => {
  it.each([
    ['account', 'serverError', /account.*try once more.*call you back on \+49\u00a030\u00a023125\u00a0001/],
    ['account', 'forbidden', /^“I can’t see your account at the moment. Shall I call you back/],
    ['past', 'timeout', /your transactions/],
    ['account', 'rateLimited', /have to wait/],
    ['account', 'forbiddenOtherStudio', /Another of our studios/],
    ['account', 'notFound', /your name or customer number/],
    ['search', 'badRequest', /customer number or date of birth/],
    ['search', 'forbiddenOtherStudio', /Which studio/],
    ['search 2', 'unreachable', /look you up.*What number/],
  ] as const)('about %s with %s', (source, kind, words) => {
    expect(say(source, kind)).toMatch(words);
  });

  it('offers to try again only where that can help', () => {
    for (const kind of problemKinds) if (!mayRetryHelp(kind)) expect(say('account', kind)).not.toMatch(/try/);
  });

  it('asks for the number where the desk shows none, and never names one for a failed search', () => {
    expect(
      callerSentence(
        { source: 'account', problem: { kind: 'tls' } },
        undefined,
        languageFor('system', 'de').messages,
      ),
    ).toMatch(/^„.*Unter welcher Nummer darf ich Sie zurückrufen\?“$/);
    for (const kind of problemKinds) expect(say('search', kind)).not.toContain('23125');
  });

  it('claims no report, in no language', () => {
    for (const locale of ['en-GB', 'de'])
      for (const kind of problemKinds)
        for (const source of ['search', 'customer', 'account', 'past', 'upcoming', 'new panel'])
          expect(say(source, kind, phone, locale)).not.toMatch(/report|gemeldet|undefined/);
  });
});
