/** An invalid request: name of the invalid field, which is the `reference` of the 400. */
export interface InvalidParameter {
  invalid: string;
}

export function isInvalidParameter(value: object): value is InvalidParameter {
  return 'invalid' in value;
}
