import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExactJson, type Problem, problemKinds, typedArgTypes } from '../../../preload/contract/problem';
import { languageFor } from '../../messages/language';
import { errorReport } from './report';

/** Texts of the API with every character that has a meaning in a Markdown table. */
const wild = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '|',
        '\\',
        '`',
        '\n',
        '\r\n',
        '\u2028',
        '| --- |',
        '\n\n',
        '<br>',
        '#',
        ' ',
        'a',
        '\0',
        '](x)',
      ),
    )
    .map((parts) => parts.join('')),
  fc.constantFrom('|', '\\|', '\\').map((part) => part.repeat(4_000)),
);

const value = fc.letrec<{ any: ExactJson }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.oneof(wild, fc.boolean(), fc.constant(null)),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(wild, fc.constantFrom('amount', 'currency')), tie('any'), { maxKeys: 3 }),
  ),
})).any;

const type = fc.oneof(fc.constantFrom(...typedArgTypes), wild);
const optional = { requiredKeys: [] };

const response = fc
  .record(
    {
      errorMessage: wild,
      errorCode: wild,
      traceId: wild,
      reference: wild,
      args: fc.array(value, { maxLength: 3 }),
      typedArgs: fc.array(fc.record({ type, value }, optional), { maxLength: 3 }),
    },
    optional,
  )
  .map((wrote) => ({ status: 500, statusText: 'Internal Server Error', ...wrote }));

/** Longest text of the API after escaping. */
const longest = '|'.repeat(4_000);
const fullest = {
  status: 500,
  statusText: 'Internal Server Error',
  errorMessage: longest,
  errorCode: longest,
  traceId: longest,
  reference: longest,
  args: [longest],
};

const problem: fc.Arbitrary<Problem> = fc
  .tuple(fc.constantFrom(...problemKinds), fc.option(fc.oneof(response, fc.constant(fullest))))
  .map(([kind, answer]) => ({ kind, ...(answer && { response: answer }) }));

/** Cells of a row as the strictest Markdown parser reads them: a backslash escapes the next character. */
function cells(row: string): string[] {
  const inner = /^\| (.*) \|$/s.exec(row)?.[1];
  if (inner === undefined) throw new Error(`no row: ${row}`);
  return inner.match(/(?:\\.|[^|\\]|\\$)+|(?<=\|)(?=\||$)/gs) ?? [''];
}

describe('a report', () => {
  it("is one table of two columns within the clipboard's limit, whatever the API sent", () => {
    fc.assert(
      fc.property(
        problem,
        fc.array(wild, { maxLength: 2 }),
        fc.constantFrom('en-GB', 'de-DE'),
        (any, known, spoken) => {
          const report = errorReport(
            any,
            { version: '1.2.3', system: 'Linux' },
            known,
            languageFor('system', spoken),
          );
          // GFM ends a line only at these characters; the others would end it in the plain text of a ticket.
          const lines = report.split(/\r\n|[\r\n\u2028\u2029]/);
          expect(lines[0]).toMatch(/^### \S/);
          expect(lines[1]).toBe('');
          expect(lines.slice(2, 4)).toEqual(['| Ringside | |', '| --- | --- |']);
          expect(lines.at(-1)).toBe('');
          const rows = lines.slice(4, -1);
          expect(rows.length).toBeGreaterThanOrEqual(6);
          for (const row of rows) expect(cells(row)).toHaveLength(2);
          // Limit of the border for a copied text.
          expect(report.length).toBeLessThanOrEqual(20_000);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('contains texts of the API as code, so that no mention or link works', () => {
    fc.assert(
      fc.property(wild, (written) => {
        const any: Problem = {
          kind: 'serverError',
          response: { status: 500, statusText: '', errorMessage: written },
        };
        const row =
          errorReport(any, { version: '1', system: 'Linux' }, [], languageFor('system', 'en-GB')).split(
            '\n',
          )[5] ?? '';
        expect(row).toMatch(/^\| [^|`]+ \| `[^`]*` \|$/);
      }),
    );
  });
});
