import type { Input, Output } from '@festivals/contract';
import { isReversed, isTooMuch } from '@festivals/domain/ticketing/pricing/code-schemas';
import type * as contract from '@festivals/domain/ticketing/pricing/contract';
import { v7 } from 'uuid';
import type { Ctx } from '../../platform/context.ts';
import { decodeCursor, pageOf } from '../../platform/cursor.ts';
import { fail } from '../../platform/fault.ts';
import { given } from '../../platform/given.ts';
import { record } from '../../platform/record.ts';
import { deed, look, type Tx } from '../../platform/transaction.ts';
import { unknownTypes } from '../types/option-store.ts';
import { counting } from './counting.ts';
import * as store from './promo-code-store.ts';

/** Promo codes, the newest first unless said otherwise. */
export function listPromoCodes(
  ctx: Ctx,
  { params, query }: Input<typeof contract.listPromoCodes>,
): Promise<Output<typeof contract.listPromoCodes>> {
  const { limit, cursor, ...filter } = query;
  const place = decodeCursor(store.CodePlace, cursor);
  return look(ctx, params.festivalId, async (tx) =>
    pageOf(
      await store.codePage(tx, filter, place, limit + 1),
      limit,
      ({ key, id }) => [key, id],
      ({ key: _key, ...code }) => code,
    ),
  );
}

export const getPromoCode = (
  ctx: Ctx,
  { params }: Input<typeof contract.getPromoCode>,
): Promise<Output<typeof contract.getPromoCode>> =>
  look(ctx, params.festivalId, async (tx) => (await store.findCode(tx, params.codeId)) ?? fail('general.not_found'));

/** Adds a code, with quotas for what of it is counted. */
export function createPromoCode(
  ctx: Ctx,
  { params, body }: Input<typeof contract.createPromoCode>,
): Promise<Output<typeof contract.createPromoCode>> {
  return deed(ctx, params.festivalId, async (tx) => {
    await requireTypes(tx, body);
    const { uses, budget, ...terms } = body;
    const id = v7();
    const limits = {
      usesQuotaId: await counting(tx, null, uses, { of: 'USES', id }),
      budgetQuotaId: await counting(tx, null, budget, { of: 'BUDGET', id }),
    };
    const made = { ...terms, ...limits, id };
    if ((await store.insertCodes(tx, [made])) === 0) fail('ticketing.code_taken', { code: body.code });
    const created = (await store.findCode(tx, id)) ?? fail('general.internal');
    await record(tx, ctx, { name: 'ticketing.code_created', subjectId: id, after: created });
    return created;
  });
}

/** Changes a code that nobody changed meanwhile. What is held or used of it stays; a limit never falls below it. */
export function updatePromoCode(
  ctx: Ctx,
  { params, body }: Input<typeof contract.updatePromoCode>,
): Promise<Output<typeof contract.updatePromoCode>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const locked = (await store.lockCode(tx, params.codeId)) ?? fail('general.not_found');
    const { usesQuotaId, budgetQuotaId, ...before } = locked;
    if (before.version !== body.version) fail('general.conflict', { version: before.version });
    await requireTypes(tx, { ticketTypeIds: body.changes.ticketTypeIds ?? [], unlocks: body.changes.unlocks ?? [] });
    const whole = { ...before, ...given(body.changes) };
    // What was not changed may contradict what was.
    if (isReversed(whole)) refuse('validUntil', 'ends_before_start');
    if (isTooMuch(whole)) refuse('value', 'too_big');
    const limits = {
      usesQuotaId: await counting(tx, usesQuotaId, whole.uses, { of: 'USES', id: before.id }),
      budgetQuotaId: await counting(tx, budgetQuotaId, whole.budget, { of: 'BUDGET', id: before.id }),
    };
    await store.updateCode(tx, { ...whole, ...limits });
    const after = (await store.findCode(tx, before.id)) ?? fail('general.internal');
    await record(tx, ctx, { name: 'ticketing.code_changed', subjectId: before.id, before, after });
    return after;
  });
}

/** Who used a code, the newest first. */
export function listCodeUses(
  ctx: Ctx,
  { params, query: { limit, cursor } }: Input<typeof contract.listCodeUses>,
): Promise<Output<typeof contract.listCodeUses>> {
  const place = decodeCursor(store.UsePlace, cursor);
  return look(ctx, params.festivalId, async (tx) => {
    if (!(await store.findCode(tx, params.codeId))) fail('general.not_found');
    return pageOf(
      await store.codeUses(tx, params.codeId, place, limit + 1),
      limit,
      ({ placedAt, orderId }) => [placedAt, orderId],
      (use) => use,
    );
  });
}

export async function requireTypes(
  tx: Tx,
  { ticketTypeIds, unlocks }: { ticketTypeIds: readonly string[]; unlocks: readonly string[] },
): Promise<void> {
  const unknown = await unknownTypes(tx, [...new Set([...ticketTypeIds, ...unlocks])]);
  if (unknown.length > 0) fail('ticketing.unknown_type', { ticketTypeIds: unknown });
}

const refuse = (path: string, code: string): never =>
  fail('general.validation_failed', { part: 'body', issues: [{ path: `changes.${path}`, code, message: code }] });
