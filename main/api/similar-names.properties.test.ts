import fc from 'fast-check';
import { expect, it } from 'vitest';
import { similarPlan, similarQuestions } from './similar-names';

const word = fc.oneof(
  fc.constantFrom('Müller', 'schneider', 'löwenstein', 'fuente', 'Öz', 'García', 'tschakir', 'shevchenko'),
  fc.stringMatching(/^[a-zäöüßéıłşA-Z'-]{1,14}$/),
);

it('requests at most three different beginnings of names', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
      const questions = similarQuestions(words);
      expect(questions.length).toBeLessThanOrEqual(3);
      expect(new Set(questions.map((each) => JSON.stringify(each))).size).toBe(questions.length);
      for (const question of questions)
        for (const start of Object.values(question)) expect(start.length).toBeGreaterThan(1);
    }),
  );
});

it('requests at most three beginnings for any e-mail address', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (email) => {
      const plan = similarPlan({ kind: 'email', email }, () => false);
      expect(plan?.questions.length).toBeLessThanOrEqual(3);
    }),
  );
});
