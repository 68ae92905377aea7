import { aligned } from './columns.mjs';

/**
 * What a stage of `npm test` found.
 *
 * @typedef {object} StageResult
 * @property {string} name
 * @property {number} ms
 * @property {number} passed
 * @property {number} failed
 * @property {number} [skipped]
 * @property {import('./closing-line.mjs').Failure[]} failures
 */

/** Longest reason, in characters. */
const longestReason = 400;

/**
 * End of a whole run: a line for each stage, and below them every test that failed, so that the end of a log says what to
 * look at.
 *
 * @param {StageResult[]} stages
 * @param {number} ms duration of the whole run
 */
export function summary(stages, ms) {
  const lines = stages.map(({ name, passed, failed, skipped = 0, ms: took }) => [
    name,
    `${passed} passed`,
    `${failed} failed`,
    skipped > 0 ? `${skipped} skipped` : '',
    minutes(took),
  ]);
  const failed = stages.flatMap(({ name, failures }) =>
    failures.map((failure) => failureLines(name, failure)),
  );
  return [
    '— Summary',
    aligned([...lines, ['all', '', '', '', minutes(ms)]], [1, 2, 3, 4]),
    failed.length === 0 ? 'Nothing failed.' : failed.join('\n'),
  ].join('\n');
}

function failureLines(stage, { title, place, reason }) {
  const where = [`FAIL ${stage}`, place, title].filter(Boolean).join(' › ');
  return reason ? `${where}\n     ${reason.slice(0, longestReason)}` : where;
}

const minutes = (ms) => `${(ms / 60_000).toFixed(1)} min`;
