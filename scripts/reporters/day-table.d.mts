import type { Quantity, Sample } from '../../e2e/day/table';

export function growthOf(quantity: Quantity, id: string, samples: readonly Sample[]): number;
