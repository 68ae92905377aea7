import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { test } from './fixtures';
import { record } from './record';

test('script asar', () => {
  const assets = join(__dirname, '..', '..', 'dist', 'bench', 'out', 'renderer', 'assets');
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const bytes = scripts.map((name) => gzipSync(readFileSync(join(assets, name)), { level: 9 }).length);
  record('script', { ours: [bytes.reduce((sum, each) => sum + each, 0) / 1000] });
  record('asar', { ours: [statSync(asar()).size / 1024] });
});

function asar(): string {
  const folder = dirname(process.env.RINGSIDE_BENCH_APP ?? '');
  // On macOS the resources are beside the executable's folder.
  const resources =
    process.platform === 'darwin' ? join(folder, '..', 'Resources') : join(folder, 'resources');
  return join(resources, 'app.asar');
}
