import type { Customer } from './domain';

/** All telephone numbers of a customer, as the API sent them. */
export const phonesOf = ({ phone }: Customer): string[] => (phone === undefined ? [] : [phone]);
