import { HttpException } from '@nestjs/common';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Fault } from './fault.ts';
import { translateError } from './translate-error.ts';

const fromDatabase = (code: string, more: Partial<pg.DatabaseError> = {}) =>
  Object.assign(new pg.DatabaseError(more.message ?? 'from the database', 0, 'error'), { code, ...more });

describe('what the database says', () => {
  test.each([
    ['23505', { constraint: 'festival_slug_unique' }, 'festival.slug_taken'],
    ['23514', { constraint: 'quota_never_oversold' }, 'ticketing.sold_out'],
    ['23505', { constraint: 'nobody_named_this_one' }, 'general.conflict'],
    ['23503', {}, 'general.conflict'],
    ['23503', { constraint: 'quota_festival_id_fkey' }, 'general.not_found'],
    ['22021', {}, 'general.validation_failed'],
    ['40P01', {}, 'general.unavailable'],
    ['57P01', {}, 'general.unavailable'],
    ['53300', {}, 'general.unavailable'],
    ['42501', {}, undefined],
    ['42P01', {}, undefined],
  ])('%s %j becomes %s', (code, more, name) => {
    expect(translateError(fromDatabase(code, more))?.name).toBe(name);
  });
  test('our own functions raise errors of the catalogue, with details', () => {
    const fault = translateError(
      fromDatabase('FE001', { message: 'ticketing.sold_out', detail: '{"ticketTypeIds":["a"]}' }),
    );
    expect(fault).toMatchObject({ name: 'ticketing.sold_out', details: { ticketTypeIds: ['a'] } });
  });
  test('a name that is not in the catalogue is our mistake', () => {
    expect(translateError(fromDatabase('FE001', { message: 'ticketing.sold_auto' }))).toBeNull();
  });
});

describe('what else goes wrong', () => {
  test('an error of the catalogue stays what it is', () => {
    const fault = new Fault('identity.forbidden', { permission: 'orders.read' });
    expect(translateError(fault)).toBe(fault);
  });
  test('a schema’s refusal says where, not what', () => {
    const { error } = z.object({ email: z.email() }).safeParse({ email: 'secret@' });
    const fault = translateError(error);
    expect(fault).toMatchObject({ name: 'general.validation_failed', details: { issues: [{ path: 'email' }] } });
    expect(JSON.stringify(fault?.details)).not.toContain('secret@');
  });
  test.each([
    [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'general.unavailable'],
    [new Error('timeout exceeded when trying to connect'), 'general.unavailable'],
    [new HttpException('Cannot GET /x', 404), 'general.route_not_found'],
    [Object.assign(new Error('too large'), { statusCode: 413 }), 'general.body_too_large'],
    [new TypeError('undefined is not a function'), undefined],
    ['a thrown string', undefined],
  ])('%s becomes %s', (error, name) => {
    expect(translateError(error)?.name).toBe(name);
  });
});
