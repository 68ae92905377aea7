import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap/paths.mjs';
import { npmJson } from './bootstrap/run-step.mjs';
import { say } from './bootstrap/say.mjs';
import { bootstrap, isMain, run } from './bootstrap.mjs';

const file = join(root, 'dist', 'ringside.cdx.json');

/** Packages that ship, as listed by the build (`scripts/config/licences.ts`): `name@version`. */
export function shipped() {
  const parts = ['main', 'renderer'].map((part) => join(root, 'out', part, 'licences.json'));
  const all = parts.flatMap((part) => JSON.parse(readFileSync(part, 'utf8')));
  return new Set(all.map(({ name, version }) => `${name}@${version}`));
}

/**
 * Software bill of materials, CycloneDX 1.5: npm's output for the lockfile, reduced to packages that ship. npm alone
 * cannot tell, because most of them are bundled development dependencies.
 */
export function writeSbom() {
  const bill = npmJson(['sbom', '--sbom-format=cyclonedx', '--package-lock-only'], root);
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const ships = shipped();
  const components = bill.components
    .filter((component) => ships.has(component['bom-ref']))
    .map(({ scope: _, properties: __, ...component }) => ({
      ...component,
      type: component.name === 'electron' ? 'framework' : 'library',
      scope: 'required',
    }));
  const own = bill.metadata.component['bom-ref'];
  const known = new Set([own, ...components.map((component) => component['bom-ref'])]);
  const sbom = {
    ...bill,
    metadata: {
      ...bill.metadata,
      component: { ...bill.metadata.component, type: 'application', name, version },
    },
    components,
    dependencies: [
      { ref: own, dependsOn: components.map((component) => component['bom-ref']) },
      ...bill.dependencies
        .filter(({ ref }) => ref !== own && known.has(ref))
        .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((each) => known.has(each)) })),
    ],
  };
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);
  return sbom;
}

if (isMain(import.meta.url))
  await run(async () => {
    await bootstrap();
    const { components } = writeSbom();
    say(`dist/ringside.cdx.json lists ${components.length} packages`);
  });
