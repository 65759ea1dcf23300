/** 10xxx people. */
export const personalErrors = {
  'personal.only_organiser': { number: 10018, status: 409 },
  'personal.only_super_admin': { number: 10020, status: 409 },
  'personal.exported_lately': { number: 10019, status: 429 },
} as const;
