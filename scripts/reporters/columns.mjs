export const marks = { passed: 'pass', failed: 'FAIL', skipped: 'skip' };

/** Lines of cells as text, in columns as wide as their widest cell. @param toTheRight columns of numbers */
export function aligned(lines, toTheRight = []) {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const pad = (cell, column) =>
    toTheRight.includes(column) ? cell.padStart(widths[column]) : cell.padEnd(widths[column]);
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}

/** A row of a Markdown table. */
export function markdownRow(cells) {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
