import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRetext from 'remark-retext';
import retextEnglish from 'retext-english';
import retextIndefiniteArticle from 'retext-indefinite-article';
import retextRepeatedWords from 'retext-repeated-words';
import retextSimplify from 'retext-simplify';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { root } from './bootstrap/paths.mjs';
import { isMain, run } from './bootstrap.mjs';
import { plainWords } from './prose/plain-words.mjs';

/** Technical terms that retext-simplify would replace, such as React's "render" and HTTP's "request". */
const terms = [
  'address',
  'component',
  'contains',
  'delete',
  'effect',
  'equivalent',
  'evaluate',
  'function',
  'has no effect',
  'identify',
  'immediately',
  'implement',
  'indicate',
  'initial',
  'it is',
  'maximum',
  'minimum',
  'modify',
  'multiple',
  'option',
  'previous',
  'provide',
  'relative to',
  'render',
  'request',
  'require',
  'requires',
  'sufficient',
  'there are',
  'there is',
  'type',
  'validate',
];

const english = unified()
  .use(retextEnglish)
  .use(retextSimplify, { ignore: terms })
  .use(retextRepeatedWords)
  .use(retextIndefiniteArticle)
  .use(plainWords);

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkRetext, english);

/** Written documents. The others are generated from tables, whose words are checked there. */
export function documents() {
  const generated = ['benchmarks.md', 'faults.md', 'security.md'];
  const docs = readdirSync(join(root, 'docs')).filter(
    (name) => name.endsWith('.md') && !generated.includes(name),
  );
  return ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...docs.map((name) => `docs/${name}`)];
}

/** Checks the language of a Markdown text. @returns the findings as a file of the unified project */
export async function checkProse(path, text) {
  const file = new VFile({ path, value: text });
  await markdown.run(markdown.parse(file), file);
  return file;
}

/** Checks all written documents and prints the findings. @returns the exit code */
export async function runProse() {
  const files = await Promise.all(
    documents().map((path) => checkProse(path, readFileSync(join(root, path), 'utf8'))),
  );
  const report = reporter(files, { quiet: true });
  process.stdout.write(report ? `${report}\n` : `${files.length} documents, no findings\n`);
  return files.some(({ messages }) => messages.length > 0) ? 1 : 0;
}

if (isMain(import.meta.url)) await run(runProse);
