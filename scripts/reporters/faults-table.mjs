import { aligned, marks, markdownRow as row } from './columns.mjs';

/** The table of a run for a terminal; `rows` maps IDs to results. */
export function asText(faults, rows) {
  const lines = Object.entries(faults)
    .filter(([id]) => rows.has(id))
    .map(([id, { fault }]) => {
      const { outcome, reads = '–', seconds = '–' } = rows.get(id);
      return [fault, reads, seconds, marks[outcome]];
    });
  return aligned([['Fault', 'What the agent reads', 'Seconds', ''], ...lines], [2]);
}

/** docs/faults.md of this run. */
export function asMarkdown(faults, rows) {
  const groups = [...new Set(Object.values(faults).map(({ group }) => group))];
  const sections = groups.map((group) => {
    const lines = Object.entries(faults)
      .filter(([, fault]) => fault.group === group)
      .map(([id, { fault, problem, repeats = 0 }]) => {
        const { reads, seconds } = rows.get(id);
        return row([fault, problem === 'none' ? '–' : `\`${problem}\``, reads, String(repeats), seconds]);
      });
    return [`## ${group}`, '', head, '| --- | --- | --- | --: | --: |', ...lines, ''].join('\n');
  });
  return [preface, ...sections].join('\n');
}

/** The same text without the last column of every table: durations differ between runs. */
export function withoutSeconds(markdown) {
  return markdown.replace(/\|[^|\n]*\|$/gm, '|');
}

const preface = `# Faults

What can go wrong between an agent and the API, each provoked for real on loopback in the real app by \`npm run test:faults\`.
The table is what that run found: \`npm run faults:write\` writes it, and a whole run fails when it no longer holds. The words
are the English ones of \`renderer/messages/en-problems.ts\`; the kinds of problems are in \`preload/contract/problem.ts\`.
`;

const head = row(['Fault', 'Problem', 'What the agent reads', 'Repeats by itself', 'Seconds']);
