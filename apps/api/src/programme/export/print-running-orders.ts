import type { Download, Input } from '@festivals/contract';
import { may } from '@festivals/domain/identity/policy';
import { withHeldBack } from '@festivals/domain/programme/announced';
import { artistOrders, stageOrders } from '@festivals/domain/programme/export/running-order';
import type * as contract from '@festivals/domain/programme/export/contract';
import { setImmediate } from 'node:timers/promises';
import { find as findFestival, type FestivalView } from '../../festival/store.ts';
import { inkOf } from '../../festival/ink-of.ts';
import { printable } from '../../paper/printable.ts';
import { writePdf } from '../../paper/write-pdf.ts';
import { type Ctx, personOf } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { look, type Tx } from '../../platform/transaction.ts';
import { artist, artists } from '../artist-store.ts';
import { slots, slotsOfDay } from '../slot-store.ts';
import { stages } from '../stage-store.ts';
import { runningOrderPages } from './running-order-page.ts';
import { wordsOf } from './running-order-words.ts';

/** One stage, a page for each of its days. */
export async function printStage(ctx: Ctx, { params }: Input<typeof contract.printStage>): Promise<Download> {
  const read = await look(ctx, params.festivalId, (tx) => programmeOf(tx, ctx.clock.now()));
  const stage = read.programme.stages.find(({ id }) => id === params.stageId) ?? fail('general.not_found');
  const orders = stageOrders(read.programme, { stageId: stage.id });
  return print(ctx, read.festival, stage.name, async (pages) => {
    if (orders.length === 0) pages.empty(stage.name);
    for (const order of orders) pages.order(order);
  });
}

/** All stages of one day, one after the other. */
export async function printDay(ctx: Ctx, { params }: Input<typeof contract.printDay>): Promise<Download> {
  const read = await look(ctx, params.festivalId, (tx) => programmeOf(tx, ctx.clock.now(), params.day));
  const orders = stageOrders(read.programme, { day: params.day });
  return print(ctx, read.festival, params.day, async (pages) => {
    if (orders.length === 0) pages.empty(params.day);
    for (const order of orders) {
      pages.order(order);
      // Others are answered while a long day is drawn.
      await setImmediate();
    }
  });
}

/** One artist: their sets with stage and times, and what they need for those who edit the programme. */
export async function printArtist(ctx: Ctx, { params }: Input<typeof contract.printArtist>): Promise<Download> {
  const read = await look(ctx, params.festivalId, async (tx) => ({
    ...(await programmeOf(tx, ctx.clock.now())),
    whole: (await artist(tx, params.artistId)) ?? fail('general.not_found'),
  }));
  const { whole } = read;
  const name = printable(whole.name, whole.sortName);
  const t = wordsOf(ctx.request.language);
  return print(ctx, read.festival, name, async (pages) => {
    const orders = artistOrders(read.programme, whole.id);
    if (orders.length === 0) pages.empty(name);
    for (const order of orders) pages.order(order, { stages: true });
    if (!may(personOf(ctx), 'programme.edit')) return;
    if (whole.guestQuota > 0) pages.note(t('runningOrder.guests', { count: whole.guestQuota }), '', name);
    if (whole.rider !== '') pages.note(t('runningOrder.rider'), whole.rider, name);
  });
}

/** The programme with names as paper can show them. */
async function programmeOf(tx: Tx, now: Date, day?: string) {
  const festival = (await findFestival(tx)) ?? fail('general.not_found');
  const [allStages, everybody] = [await stages(tx), await artists(tx)];
  const sets = day === undefined ? await slots(tx) : await slotsOfDay(tx, day);
  const known = new Map(everybody.map((artist) => [artist.id, artist]));
  const programme = {
    stages: allStages.map((stage) => ({ ...stage, name: printable(stage.name) })),
    artists: everybody.map(({ id, name, sortName }) => ({ id, name: printable(name, sortName) })),
    slots: sets.map((slot) => ({
      ...withHeldBack(slot, known, now),
      title: slot.title === null ? null : printable(slot.title),
    })),
  };
  return { festival, programme };
}

async function print(
  ctx: Ctx,
  festival: FestivalView,
  what: string,
  draw: (pages: ReturnType<typeof runningOrderPages>) => Promise<void>,
): Promise<Download> {
  const { language } = ctx.request;
  const name = printable(festival.name);
  const title = `${name} · ${what}`;
  const body = await writePdf({ title, author: name, language }, (doc) =>
    draw(
      runningOrderPages(doc, {
        festival: { name, zone: festival.zone },
        language,
        ink: inkOf(festival.theme),
        printedAt: ctx.clock.now(),
      }),
    ),
  );
  const ending = what
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return { body, name: [festival.slug, 'running-order', ending].filter(Boolean).join('-') + '.pdf' };
}
