import type { AskedOfBuyers } from './schemas.ts';

/** What a festival asks whose organiser set nothing: names for who wants to give them. */
export const plainAsked: AskedOfBuyers = { names: 'OPTIONAL', changesUntil: null, questions: [], minors: [] };
