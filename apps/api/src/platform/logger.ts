import type { LoggerService } from '@nestjs/common';
import { pino, stdSerializers, type Logger } from 'pino';
import type { Env } from './env.ts';

/** What never reaches a log line, wherever it stands. */
const personal = [
  'email',
  'password',
  'name',
  'phone',
  'secret',
  'token',
  'code',
  'refresh',
  'authorization',
  'cookie',
];

export function createLogger(env: Env, process: string): Logger {
  return pino({
    level: env.LOG_LEVEL,
    base: { process },
    redact: {
      paths: personal
        .flatMap((field) => [field, `*.${field}`, `*.*.${field}`])
        .concat('*["set-cookie"]', '*.*["idempotency-key"]'),
      censor: '[redacted]',
    },
    serializers: {
      req: (request: { id: string; method: string; url: string; ip?: string }) => ({
        id: request.id,
        method: request.method,
        url: withoutSecrets(request.url),
      }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
      err: errorFacts,
      // The queue's own word for it.
      error: errorFacts,
    },
  });
}

/** Of an error no more than this: PostgreSQL's details repeat the row that it refused, and a mail server's the addressee. */
function errorFacts(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { type, message, stack } = stdSerializers.err(error);
  const { code, constraint } = { code: undefined, constraint: undefined, ...error };
  return { type, message, stack, state: code, constraint };
}

/** Query values may hold secrets, addresses and names: only their keys are logged. */
export const withoutSecrets = (url: string): string => url.replace(/([?&][^=&]+)=[^&]*/g, '$1=…');

/** Nest's own messages, as lines of the same log. */
export const nestLogger = (log: Logger): LoggerService => ({
  log: (message: unknown) => log.debug(String(message)),
  warn: (message: unknown) => log.warn(String(message)),
  error: (message: unknown, ...rest: unknown[]) => log.error({ rest }, String(message)),
});
