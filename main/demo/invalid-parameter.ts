/** What is wrong with a request: the name of the offending field, answered as `reference` of a 400. */
export interface InvalidParameter {
  invalid: string;
}

export function isInvalidParameter(value: object): value is InvalidParameter {
  return 'invalid' in value;
}
