import { expect, it } from 'vitest';
import { measure } from './search-measure/measure';

it.each(['accent-sensitive', 'accent-insensitive'])(
  'at least 75 % of the expected customers are in the first five hits of an %s API',
  async (sensitivity) => {
    const shares = await measure(sensitivity);
    const sum = (of) => shares.reduce((total, share) => total + of(share), 0);
    expect(sum((share) => share.pairs)).toBeGreaterThanOrEqual(500);
    expect(sum((share) => share.found) / sum((share) => share.pairs)).toBeGreaterThan(0.75);
  },
);
