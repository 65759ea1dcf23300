import { accessErrors } from './access/errors.ts';
import { devicesErrors } from './devices/errors.ts';
import { knownError } from './error-catalogue.ts';
import { festivalErrors } from './festival/errors.ts';
import { generalErrors } from './general-errors.ts';
import { identityErrors } from './identity/errors.ts';
import { ledgerErrors } from './ledger/errors.ts';
import { mediaErrors } from './media/errors.ts';
import { paymentsErrors } from './payments/errors.ts';
import { personalErrors } from './personal/errors.ts';
import { placesErrors } from './places/errors.ts';
import { programmeErrors } from './programme/errors.ts';
import { standsErrors } from './stands/errors.ts';
import { ticketingErrors } from './ticketing/errors.ts';

/** The one catalogue of everything that can go wrong for a caller. */
export const errors = {
  ...generalErrors,
  ...identityErrors,
  ...mediaErrors,
  ...festivalErrors,
  ...devicesErrors,
  ...placesErrors,
  ...programmeErrors,
  ...standsErrors,
  ...ledgerErrors,
  ...paymentsErrors,
  ...ticketingErrors,
  ...accessErrors,
  ...personalErrors,
} as const;

export type ErrorName = keyof typeof errors;

export const isErrorName = (name: string): name is ErrorName => Object.hasOwn(errors, name);

/** Code, name and status on the wire of an error of the catalogue. */
export const errorOf = (name: string) => knownError(errors, name);
