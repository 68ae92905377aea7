import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldName } from '../../preload/contract/fold-name';
import { lastFirstSteps, nameSteps, spellings } from './name-questions';

const word = fc.oneof(
  fc.constantFrom('Müller', 'Mueller', 'Strauß', 'Anna-Lena', "O'Neil", 'Łucja', 'José', 'van'),
  fc.stringMatching(/^[a-zäöüßéA-Z'-]{1,12}$/),
);
const words = fc.array(word, { minLength: 1, maxLength: 12 });

it('requests what was typed first, nothing twice, and never more than the quota allows', () => {
  fc.assert(
    fc.property(words, (typed) => {
      const steps = nameSteps(typed);
      const all = steps.flat().map(({ firstName, lastName }) => JSON.stringify([firstName, lastName]));
      expect(new Set(all).size).toBe(all.length);
      // A part of the 60 requests that a desktop may send at once.
      for (const step of steps) expect(step.length).toBeLessThanOrEqual(24);
      expect(steps[0]?.length).toBeGreaterThan(0);
    }),
  );
});

it('uses one spelling style per request, the typed one first', () => {
  fc.assert(
    fc.property(word, word, (firstName, lastName) => {
      const all = spellings({ firstName, lastName, unasked: [] });
      expect(all[0]).toMatchObject({
        firstName: firstName.normalize('NFC'),
        lastName: lastName.normalize('NFC'),
      });
      expect(all.length).toBeLessThanOrEqual(9);
    }),
  );
});

it('requests every order as typed before another spelling', () => {
  const typed = ['Müller', "O'Neil", 'José', 'Mueller'];
  const [step = []] = nameSteps(typed);
  const asTyped = step.slice(0, 6).flatMap(({ firstName, lastName }) => [firstName, lastName]);
  expect(new Set(asTyped)).toEqual(new Set(typed));
});

it('uses every word, in a request or as a filter of its answer', () => {
  fc.assert(
    fc.property(words, (typed) => {
      for (const { firstName, lastName, unasked } of nameSteps(typed)[0] ?? []) {
        const told = foldName([firstName ?? '', lastName ?? '', ...unasked].join(' '));
        for (const each of typed) expect(told).toContain(foldName(each.split('-').filter(Boolean)[0] ?? ''));
      }
    }),
  );
});

it('requests last and first name as spoken before the reverse', () => {
  const [first, second] = lastFirstSteps('Bullock', 'Edgar');
  expect(first).toEqual([{ lastName: 'Bullock', firstName: 'Edgar', unasked: [] }]);
  expect(second).toEqual([{ lastName: 'Edgar', firstName: 'Bullock', unasked: [] }]);
});
