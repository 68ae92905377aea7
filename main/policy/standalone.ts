import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { policyTemplates } from './templates';

// Entry point of `npm run policy:write`: writes the templates into the given folder.
for (const [name, text] of Object.entries(policyTemplates())) {
  const file = join(process.argv[2] ?? '', name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
