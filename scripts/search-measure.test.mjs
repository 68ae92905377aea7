import { expect, it } from 'vitest';
import { measure } from './search-measure/measure';

it.each(['accents count', 'accents do not count'])(
  'three of four people who are meant are among the first five hits when %s',
  async (strictness) => {
    const shares = await measure(strictness);
    const sum = (of) => shares.reduce((total, share) => total + of(share), 0);
    expect(sum((share) => share.pairs)).toBeGreaterThanOrEqual(500);
    expect(sum((share) => share.found) / sum((share) => share.pairs)).toBeGreaterThan(0.75);
  },
);
