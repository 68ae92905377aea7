export function quantile(samples: readonly number[], part: number): number;
