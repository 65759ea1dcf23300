import { isErrorName } from '@festivals/domain/errors';
import { HttpException } from '@nestjs/common';
import pg from 'pg';
import { z } from 'zod';
import { constraintErrors } from './constraint-errors.ts';
import { Fault } from './fault.ts';

/** SQLSTATE that our own SQL functions raise; the message is a name of the catalogue, the detail its details as JSON. */
const raisedByUs = 'FE001';

/** SQLSTATEs that bad input can cause where a schema let it pass: text, number or date that PostgreSQL cannot hold. */
const badValues = new Set(['22021', '22P05', '22P02', '22003', '22007', '22008', '22023', '54000']);
const violations = new Set(['23505', '23503', '23514', '23P01', '23001']);
/** Serialisation failure, deadlock, time-out, shutting down, too many connections: try again. */
const passing = new Set([
  '40001',
  '40P01',
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '55P03',
  '08006',
  '08003',
  '08001',
]);
const noConnection = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

/** Whatever was thrown, as an error of the catalogue; null for what is our own mistake. */
export function translateError(error: unknown): Fault | null {
  if (error instanceof Fault) return error;
  if (error instanceof z.ZodError) return new Fault('general.validation_failed', { issues: issuesOf(error) });
  if (error instanceof pg.DatabaseError) return fromDatabase(error);
  if (error instanceof Error) return fromServer(error);
  return null;
}

/** What is wrong where; texts are left out, because they repeat what the caller sent. */
export const issuesOf = (error: z.ZodError) =>
  error.issues.map((issue) => ({ path: issue.path.join('.'), code: issue.code, message: issue.message }));

function fromDatabase(error: pg.DatabaseError): Fault | null {
  const state = error.code ?? '';
  if (state === raisedByUs && isErrorName(error.message)) return new Fault(error.message, detailOf(error));
  if (state === '23503' && error.constraint?.endsWith('_festival_id_fkey')) return new Fault('general.not_found');
  if (violations.has(state)) return new Fault(constraintErrors[error.constraint ?? ''] ?? 'general.conflict');
  if (badValues.has(state)) return new Fault('general.validation_failed', { issues: [] });
  if (passing.has(state)) return new Fault('general.unavailable');
  return null;
}

const detailOf = (error: pg.DatabaseError): Record<string, unknown> => (error.detail ? JSON.parse(error.detail) : {});

function fromServer(error: Error & { code?: string; statusCode?: number }): Fault | null {
  if (
    noConnection.has(error.code ?? '') ||
    /timeout exceeded when trying to connect|Connection terminated|not queryable/.test(error.message)
  ) {
    return new Fault('general.unavailable');
  }
  const status = error instanceof HttpException ? error.getStatus() : error.statusCode;
  switch (status) {
    case 404:
      return new Fault('general.route_not_found');
    case 413:
      return new Fault('general.body_too_large');
    case 415:
      return new Fault('general.unsupported_media_type');
    default:
      return status !== undefined && status < 500 ? new Fault('general.malformed_request') : null;
  }
}
