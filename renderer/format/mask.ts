/** Replacement for masked text. Its length is fixed, so that it reveals nothing. */
export const maskedText = '••••••';
