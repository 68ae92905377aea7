export const marks = { passed: 'pass', failed: 'FAIL', skipped: 'skip' };

/** Formats rows of cells as text in aligned columns. @param toTheRight indexes of numeric columns */
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
