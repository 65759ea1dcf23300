import type { Failure } from './failure.ts';

/** An answer that was a failure, thrown by the client. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Record<string, unknown>;
  readonly requestId: string | null;

  constructor(status: number, failure: Failure['error'], requestId: string | null) {
    super(failure.message);
    this.name = failure.name;
    this.status = status;
    this.code = failure.code;
    this.details = failure.details;
    this.requestId = requestId;
  }
}

/** No answer came: no network, or the server cannot be reached. Nothing is known of the deed's outcome. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The server could not be reached', { cause });
    this.name = 'UNREACHABLE';
  }
}
