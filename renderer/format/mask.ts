/** Replacement for masked text. Its length is fixed, so that it reveals nothing. */
export const maskedText = '••••••';

/** A telephone number of which the last three digits remain, for an agent who compares. */
export const maskedPhone = (number: string): string => `${maskedText}${number.slice(-3)}`;
