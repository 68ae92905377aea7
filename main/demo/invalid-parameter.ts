/** What is wrong with a request: the name of the offending field, answered as `reference` of a 400. */
export interface Invalid {
  invalid: string;
}

export function isInvalid(value: object): value is Invalid {
  return 'invalid' in value;
}
