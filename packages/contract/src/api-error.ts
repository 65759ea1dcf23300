import { z } from 'zod';

/** The body of every failure. `code` is stable (`ERR_6002`), `message` is in the caller's language. */
export const Failure = z
  .object({
    error: z.object({
      code: z.string().meta({ example: 'ERR_6002' }),
      name: z.string().meta({ example: 'SOLD_OUT' }),
      message: z.string(),
      details: z.record(z.string(), z.unknown()),
    }),
  })
  .meta({ id: 'Failure' });
export type Failure = z.infer<typeof Failure>;

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
