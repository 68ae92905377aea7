export const displayArguments: string[];
