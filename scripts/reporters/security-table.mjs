import { aligned, markdownRow, marks } from './columns.mjs';

/** The table of a run for a terminal; `rows` maps IDs to results. */
export function asText(attacks, rows) {
  const lines = Object.entries(attacks)
    .filter(([id]) => rows.has(id))
    .map(([id, { attack, expected }]) => {
      const { outcome, seen = '–' } = rows.get(id);
      return [attack, short(expected), seen === expected ? 'the same' : short(seen), marks[outcome]];
    });
  return aligned([['Attack', 'Expected', 'Seen', ''], ...lines]);
}

/** Maximum width for a terminal; the document contains the full text. */
function short(text) {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}

/** docs/security.md of this run. */
export function asMarkdown(attacks) {
  const all = Object.values(attacks);
  const groups = [...new Set(all.map(({ group }) => group))];
  const sections = groups.map((group) => {
    const lines = all
      .filter((attack) => attack.group === group)
      .map(({ attack, control, where, expected }) => markdownRow([attack, control, code(where), expected]));
    return [`### ${group}`, '', head, '| --- | --- | --- | --- |', ...lines, ''].join('\n');
  });
  return [preface(all.length), ...sections, closing].join('\n');
}

const head = markdownRow(['Attack', 'Control', 'Where', 'Seen, when the control holds']);

function code(files) {
  return files
    .split(', ')
    .map((file) => `\`${file}\``)
    .join(', ');
}

const preface = (count) => `# Security

What protects the key and the customers, where it is, and the attack that proves it. \`npm run test:security\` builds the package,
fuses and all, and carries out each of these ${count} attacks on it; \`npm run security:write\` writes this page, and a run fails
when it no longer holds. Who is defended against, and who is not, is in [SECURITY.md](../SECURITY.md).

Attacks of the page run on a package that differs from a release in one constant: it takes \`--remote-debugging-port\`, by which the
tests reach its page. Attacks at the start run on the release itself. Ten need access to main or a switch of Chromium's and
run on the development build: the name server, requests that no CSP checks, links out, downloads, the memory of main, what a telephone index leaves in it, a page that stays on, another address, a file of studios, a studio in a link.

## Controls
`;

const closing = `## What no attack here can show

| control | why not | instead |
| --- | --- | --- |
| Integrity of the asar | Electron checks it on Windows and macOS only | the fuse is read back; on Linux the package belongs to root |
| Signatures of the installers | no certificate on a test machine | the release workflow |
| Credential Manager and Keychain | they need Windows and macOS | the Secret Service through the same three functions; Wine's Credential Manager ([Windows](windows.md)); \`platform-keychain.test.ts\` |
| Hiding the window from screen capture | Linux has no such thing | \`settings.spec.ts\`: it is asked for |
| \`NODE_OPTIONS\` on Windows and macOS | Electron takes it away before any code of ours runs | the fuse; Linux refuses with a message |
| \`npm audit\` of what ships | asks a server | \`npm run audit\`, in the release workflow |

## Packages that ship

\`npm run sbom\` writes them as CycloneDX to \`dist/ringside.cdx.json\`, the about section of the settings shows their
licences, and [Architecture](architecture.md#libraries) says why each was taken.
`;
