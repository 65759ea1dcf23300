/** 15xxx: stages, artists and their sets. */
export const programmeErrors = {
  'programme.overlap': { number: 15001, status: 409 },
  'programme.in_use': { number: 15002, status: 409 },
  'programme.takeover_impossible': { number: 15003, status: 409 },
  'programme.parent_gone': { number: 15004, status: 409 },
  'programme.import_not_ready': { number: 15020, status: 409 },
  'programme.import_changed': { number: 15021, status: 409 },
  'programme.import_touched': { number: 15022, status: 409 },
} as const;
