/** Compares versions by Semantic Versioning; a prerelease precedes its release. */
export function isOlder(a: string, b: string): boolean {
  const [first, second] = [parts(a), parts(b)];
  for (let index = 0; index < 3; index += 1) {
    const difference = (first.numbers[index] ?? 0) - (second.numbers[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  if (!first.pre || !second.pre) return Boolean(first.pre) && !second.pre;
  return first.pre.localeCompare(second.pre, 'en', { numeric: true }) < 0;
}

function parts(version: string): { numbers: number[]; pre: string } {
  const [numbers = '', ...pre] = version.split('-');
  return { numbers: numbers.split('.').map(Number), pre: pre.join('-') };
}
