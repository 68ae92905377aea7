export const cardFormats = ['DECIMAL', 'HEX_MSB', 'HEX_LSB'] as const;
export type CardFormat = (typeof cardFormats)[number];

export function isCardFormat(text: string): text is CardFormat {
  return cardFormats.some((format) => format === text);
}

/**
 * Converts a decimal card number to the requested format: whole bytes in hexadecimal, most or least significant
 * first.
 */
export function formatCard(decimal: string, format: CardFormat): string {
  if (format === 'DECIMAL') return decimal;
  const hex = BigInt(decimal).toString(16).toUpperCase();
  const bytes = hex.padStart(hex.length + (hex.length % 2), '0').match(/../g) ?? [];
  return (format === 'HEX_MSB' ? bytes : bytes.reverse()).join('');
}
