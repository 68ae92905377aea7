import type { Example } from './example';
import { chainExamples } from './example-chain';
import { visitExamples } from './example-check-ins';
import { contractExamples } from './example-contracts';
import { explainedExamples } from './example-explanations';
import { failures } from './example-failures';
import { people } from './example-people';
import { phoneExamples } from './example-phones';
import { states } from './example-states';

/** The example customers by the sections of docs/demo.md. */
export const sections = {
  people,
  states: byId(states),
  contracts: byId([...contractExamples, ...explainedExamples]),
  visits: visitExamples,
  phones: phoneExamples,
  failures: byId(failures),
  chains: chainExamples,
};

/** All example customers: the only source of the data and of the tables in docs/demo.md. */
export const examples: readonly Example[] = Object.values(sections).flat();

/** Row of an example in docs/demo.md; a unit test checks that each row is there. */
export function exampleRow({ id, name, shows }: Example): string {
  return `| ${id} | ${name} | ${shows} |`;
}

function byId(list: readonly Example[]): Example[] {
  return [...list].sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
}
