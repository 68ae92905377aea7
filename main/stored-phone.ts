/** Shortest part of a number by which two numbers are compared when their countries are unknown. */
export const shortestEnding = 6;

/** Longest text that is read as a telephone number. SECURITY: the API sends texts of any length, and reading one blocks main. */
const maxLength = 40;

/** A telephone number as the API sends it, and its last digits, by which most numbers are told apart at once. */
export interface StoredPhone {
  text: string;
  ending: string;
}

export function storedPhone(text: string): StoredPhone {
  return { text, ending: phoneEnding(withoutExtension(text)) };
}

/** The last digits of a number; empty where the text is too long for one. */
export function phoneEnding(text: string): string {
  return text.length > maxLength ? '' : digitsOf(text).slice(-shortestEnding);
}

export function withoutExtension(text: string): string {
  return text.length > maxLength
    ? text
    : text.replace(/ ?(?:;ext=|ext\.?|x|#|durchwahl|dw\.?) ?\d{1,6}$/i, '');
}

export const digitsOf = (text: string): string => text.replace(/\D/g, '');
