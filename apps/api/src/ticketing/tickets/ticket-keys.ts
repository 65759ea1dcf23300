import type { Input, Output } from '@festivals/contract';
import { type KeyPeriod, periodOf } from '@festivals/domain/devices/key-rules';
import type * as contract from '@festivals/domain/ticketing/key-contract';
import { forgetKeys, keysTrustedFor, startKey } from '../../devices/festival-key.ts';
import { allKeys, lockKeys, withdrawals, withdrawKey } from '../../devices/key-store.ts';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { record } from '../../platform/record.ts';
import { deed, look, type Tx } from '../../platform/transaction.ts';
import * as store from './key-replacement-store.ts';

type Keys = Output<typeof contract.listTicketKeys>;

/** After so long no process signs with a key that was withdrawn, and what it signed meanwhile is there to be found. */
const waitMs = keysTrustedFor + 5_000;

export const listTicketKeys = (ctx: Ctx, { params }: Input<typeof contract.listTicketKeys>): Promise<Keys> =>
  look(ctx, params.festivalId, (tx) => keysOf(tx, params.festivalId));

/** Starts a new key, unless another one signs by now than the caller saw. */
export async function startTicketKey(ctx: Ctx, { params, body }: Input<typeof contract.startTicketKey>): Promise<Keys> {
  const { festivalId } = params;
  const keys = await deed(ctx, festivalId, async (tx) => {
    await lockKeys(tx, festivalId);
    const was = (await allKeys(tx, festivalId)).find(({ signs }) => signs)?.number ?? null;
    if (was !== body.was) fail('general.conflict', { was });
    const number = await startKey(ctx.resources, tx, festivalId);
    await record(tx, ctx, {
      name: 'ticketing.key_started',
      subjectId: festivalId,
      before: { signs: was },
      after: { signs: number },
    });
    return keysOf(tx, festivalId);
  });
  forgetKeys(ctx.resources, festivalId);
  return keys;
}

/** Withdraws a key. Where it is the one that signs, another takes its place at once; its tickets are signed by the next one, and mailed anew. */
export async function withdrawTicketKey(
  ctx: Ctx,
  { params: { festivalId, number }, body }: Input<typeof contract.withdrawTicketKey>,
): Promise<Keys> {
  const keys = await deed(ctx, festivalId, async (tx) => {
    await lockKeys(tx, festivalId);
    const before = await allKeys(tx, festivalId);
    const key = before.find((one) => one.number === number) ?? fail('general.not_found');
    if (key.withdrawn) fail('ticketing.key_withdrawn');
    const period = periodOf(number, before);
    await withdrawKey(tx, festivalId, number);
    const next = key.signs ? await startKey(ctx.resources, tx, festivalId) : null;
    await store.insertReplacement(tx, { number, reason: body.reason, period: widened(period), waitMs });
    await record(tx, ctx, {
      name: 'ticketing.key_withdrawn',
      subjectId: festivalId,
      after: { key: number, reason: body.reason, ...(next !== null && { signs: next }) },
    });
    return keysOf(tx, festivalId);
  });
  forgetKeys(ctx.resources, festivalId);
  return keys;
}

/** A process that had not heard of the next key yet signed with this one for some seconds more. */
const widened = ({ from, until }: KeyPeriod): KeyPeriod => ({
  from: from === null ? null : from - waitMs,
  until: until === null ? null : until + waitMs,
});

async function keysOf(tx: Tx, festivalId: string): Promise<Keys> {
  const keys = await allKeys(tx, festivalId);
  const withdrawn = await withdrawals(tx, festivalId);
  const replacements = await store.replacements(tx);
  const seen: Keys = [];
  for (const key of keys.toReversed()) {
    const tickets = key.withdrawn ? 0 : await store.ticketsWithin(tx, periodOf(key.number, keys));
    const replacement = replacements.find(({ number }) => number === key.number);
    const { number, signs, since } = key;
    seen.push({
      number,
      signs,
      tickets,
      since: new Date(since).toISOString(),
      withdrawnAt: withdrawn.get(number) ?? null,
      replacement: replacement
        ? { reason: replacement.reason, orders: replacement.orders, sent: replacement.sent, done: replacement.done }
        : null,
    });
  }
  return seen;
}
