import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { policyTemplates } from './templates';

// The entry of `npm run policy:write`: the templates into the folder that is named.
for (const [name, text] of Object.entries(policyTemplates())) {
  const file = join(process.argv[2] ?? '', name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
