import type { Input, Output } from '@festivals/contract';
import type { createFestival as contract, Theme } from '@festivals/domain/festival/contract';
import { FestivalId } from '@festivals/domain/primitives';
import { v7 } from 'uuid';
import { addMember } from '../identity/add-member.ts';
import { type Ctx, personOf } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed } from '../platform/transaction.ts';
import * as store from './store.ts';

/** Creates a festival in draft; whoever creates it becomes its organiser. */
export async function createFestival(ctx: Ctx, { body }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const person = personOf(ctx);
  if (!person.emailVerified) fail('identity.email_not_verified');
  const festivalId = FestivalId.parse(v7());
  return deed(ctx, festivalId, async (tx) => {
    const fields = { ...body, theme: body.theme ?? ownTheme(festivalId) };
    const festival = await store.insert(tx, festivalId, fields, ctx.clock.now());
    await record(tx, ctx, { name: 'festival.created', subjectId: festivalId, after: festival });
    await addMember(tx, ctx, { festivalId, personId: person.personId, role: 'ORGANISER' });
    return festival;
  });
}

/** A look of its own for a festival that has not chosen one: its artwork grows from its id. */
const ownTheme = (id: FestivalId): Theme => ({ seed: Number.parseInt(id.slice(-7), 16), palette: 'sunset' });
