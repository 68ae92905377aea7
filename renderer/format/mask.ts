/** Stands for what is masked; always as long, so that it tells nothing about it. */
export const maskedText = '••••••';
