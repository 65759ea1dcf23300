import type { ErrorName } from '@festivals/domain/errors';

/** An error of the catalogue on its way to the caller. */
export class Fault extends Error {
  override readonly name: ErrorName;
  readonly details: Record<string, unknown>;

  constructor(name: ErrorName, details: Record<string, unknown> = {}) {
    super(name);
    this.name = name;
    this.details = details;
  }
}

/** Ends the deed with an error of the catalogue; `details` go to the caller. */
export function fail(name: ErrorName, details?: Record<string, unknown>): never {
  throw new Fault(name, details);
}
