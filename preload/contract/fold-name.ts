/** Letters without a Unicode decomposition, in lower case, as people write them without accents. */
export const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};

/** Folds a name: lower case, no accents, no apostrophes; ü, ue and u all become u. */
export function foldName(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}'’‘ʼ`´]/gu, '')
    .replace(/[ßłøæœıđðþ]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/([aou])e+/g, '$1');
}
