/** Account number (IBAN) with or without spaces, and what follows it. */
const accounts = /(?<![A-Z\d])[A-Z]{2}\d{2}(?:[ -]?[A-Z\d]{1,4}){3,9}(?![A-Z\d])/gi;
/** Words beside an account that name nobody. */
const besideAccount =
  /(?<![\p{L}\d])(?:iban|bic:? ?[a-z\d]{8}(?:[a-z\d]{3})?|konto(?:nummer)?|kto|account)(?![\p{L}\d])[.:]*/giu;

/** A text without its bank account; undefined when it has none. */
export function withoutAccount(plain: string): string | undefined {
  for (const [found] of plain.slice(0, 400).matchAll(accounts)) {
    const groups = found.split(' ');
    // Words after the account may look like its last groups.
    for (let count = groups.length; count > 0; count -= 1) {
      const account = groups.slice(0, count).join(' ');
      if (isIban(account)) return plain.replace(account, ' ').replace(besideAccount, ' ').trim();
    }
  }
  return undefined;
}

/** Whether a text is an International Bank Account Number (ISO 13616), by its check digits. */
function isIban(text: string): boolean {
  const account = text.replace(/[\s-]/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(account)) return false;
  const digits = (account.slice(4) + account.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  return BigInt(digits) % 97n === 1n;
}
