/** 17xxx: the ledger. */
export const ledgerErrors = {
  'ledger.unbalanced': { number: 17001, status: 400 },
} as const;
