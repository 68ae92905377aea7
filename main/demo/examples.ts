import type { Example } from './example';
import { failures } from './example-failures';
import { people } from './example-people';
import { states } from './example-states';

/** The special customers by the sections of docs/demo.md. */
export const sections = { people, states: byId(states), failures: byId(failures) };

/** All of them: the single source of the data and of the tables in docs/demo.md. */
export const examples: readonly Example[] = Object.values(sections).flat();

/** The row of docs/demo.md for an example; a unit test asserts that each stands there. */
export function exampleRow({ id, name, shows }: Example): string {
  return `| ${id} | ${name} | ${shows} |`;
}

function byId(list: readonly Example[]): Example[] {
  return [...list].sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
}
