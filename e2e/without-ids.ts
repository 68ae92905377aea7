/** A text without random IDs and times in digits, which may contain any number that must not be in the text. */
export const withoutIds = (text: string): string => text.replace(/[\da-f-]{16,}/g, '');
