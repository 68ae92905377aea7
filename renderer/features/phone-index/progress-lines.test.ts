import { describe, expect, it } from 'vitest';
import type { PhoneIndexState, StudioIndexState } from '../../../preload/contract/phone-index';
import type { Problem } from '../../../preload/contract/problem';
import { languageFor } from '../../messages/language';
import { progressOf } from './index-progress';
import { asOfWords, problemLines, progressLines } from './progress-lines';

const english = languageFor('en', 'en-GB');
const german = languageFor('de', 'de-DE');
const desk = ['Berlin Mitte', 'Munich', 'Hamburg', 'Bremen'].map((name) => ({
  ref: name,
  address: 'https://a.example',
  id: name,
  name,
}));
const of = (studio: string, state: StudioIndexState['state'], more: Partial<StudioIndexState> = {}) => ({
  studio,
  state,
  customers: 0,
  ...more,
});
const lines = (studios: StudioIndexState[], mode: PhoneIndexState['mode'] = 'onDemand', language = english) =>
  progressLines(progressOf({ mode, studios }), mode, desk, language);
const refused: Problem = { kind: 'unauthorized' };

describe('the words about an index that is not complete', () => {
  it('name the only studio', () => {
    expect(lines([of('Munich', 'missing')])).toEqual([
      'The telephone index of Munich has not been made yet.',
    ]);
  });

  it('count several studios, and the customers that were read before it was stopped', () => {
    const studios = [
      of('Berlin Mitte', 'complete', { madeAt: 1, customers: 2500 }),
      of('Munich', 'missing', { customers: 500 }),
      of('Hamburg', 'missing'),
    ];
    expect(lines(studios)).toEqual([
      'The telephone index is complete for 1 of 3 studios.',
      '3,000 customers read so far.',
    ]);
    expect(lines(studios, 'onDemand', german)).toEqual([
      'Der Telefonindex ist für 1 von 3 Studios vollständig.',
      'Bisher 3.000 Kunden gelesen.',
    ]);
  });

  it('name the studio that is read, and its customers', () => {
    const studios = [of('Berlin Mitte', 'running', { customers: 2500 }), of('Munich', 'waiting')];
    expect(lines(studios)[0]).toBe('2,500 customers of Berlin Mitte read so far.');
    expect(lines([of('Munich', 'running', { customers: 1 })])[0]).toBe('1 customer of Munich read so far.');
  });

  it('say that an old index does not count as complete', () => {
    const old = of('Munich', 'complete', { customers: 40, madeAt: 1, isOutdated: true });
    expect(lines([old])).toEqual(['The telephone index of Munich is too old to count as complete.']);
  });

  it('say why it pauses', () => {
    expect(lines([of('Munich', 'paused')])).toContain(
      'Paused for a lookup. Ringside continues automatically.',
    );
    const limited = of('Munich', 'paused', { problem: { kind: 'rateLimited' } });
    expect(lines([limited])).toContain(
      'Paused: Too many requests from this studio. Ringside continues automatically.',
    );
  });

  it('name the studios that failed once for each problem', () => {
    const studios = ['Berlin Mitte', 'Munich', 'Hamburg', 'Bremen'].map((name) =>
      of(name, 'failed', { problem: refused }),
    );
    expect(lines(studios)[0]).toBe('Berlin Mitte, Munich and 2 more: The API key was refused.');
  });

  it('name a problem of a complete index, because a newer one could not be made', () => {
    const studios = [
      of('Munich', 'complete', { madeAt: 1, problem: { kind: 'phoneIndexFile' } }),
      of('Bremen', 'complete', { madeAt: 1 }),
    ];
    expect(problemLines(studios, desk, english)).toEqual([
      'Munich: The telephone index of your company cannot be used.',
    ]);
  });

  it('claim nothing about requests where the index comes as a file', () => {
    expect(lines([of('Munich', 'missing')], 'fetched')).toEqual([
      'The company’s telephone index has not been fetched yet, or does not contain Munich.',
    ]);
    const partly = [of('Munich', 'complete', { madeAt: 1 }), of('Bremen', 'missing')];
    expect(lines(partly, 'fetched')).toEqual([
      'The company’s telephone index does not contain 1 of 2 studios.',
    ]);
  });
});

it('the age of an index is told from one minute on', () => {
  const at = new Date(2026, 10, 28, 14, 5).getTime();
  expect(asOfWords(at, at + 30_000, english)).toBe('as of 14:05');
  expect(asOfWords(at, at + 2 * 3_600_000, english)).toBe('as of 14:05 (2 hr ago)');
  expect(asOfWords(at, at + 2 * 3_600_000, german)).toBe('Stand 14:05 (vor 2 Std.)');
});
