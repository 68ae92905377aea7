/** Names of the facts that can be copied, in the middle of a sentence. */
const facts = {
  name: 'name',
  customerNumber: 'customer number',
  customerId: 'customer ID',
  dateOfBirth: 'date of birth',
  phone: 'telephone number',
  email: 'e-mail address',
  address: 'address',
  balance: 'balance',
  consumptionCredit: 'consumption credit',
  dunningLevel: 'dunning level',
  debtCollection: 'debt collection',
  openAmount: 'open amount',
  nextDue: 'next amount due',
  reason: 'reason',
};

/** English texts about copying and the clipboard. */
export const enCopying = {
  facts,
  summary: {
    name: 'Name',
    number: 'Customer number',
    studio: 'Studio',
    balance: 'Balance',
    open: 'Open',
    dunning: 'Dunning level',
    collection: 'Debt collection',
    access: 'Access',
    notBlocked: 'Not blocked',
    asOf: 'As of',
    notLoaded: 'Not loaded',
  },
  copying: {
    copy: (what: string) => `Copy ${what}`,
    copied: (what: string) => `Copied ${what}`,
    masked: 'Masked. Nothing was copied.',
    rows: (count: number) => (count === 1 ? 'row' : `${count} rows`),
    summary: 'summary',
    copySummary: 'Copy summary',
    cleared: 'Copied text was removed from the clipboard.',
    stays: 'Copied text stays on the clipboard for 60 seconds.',
  },
};
