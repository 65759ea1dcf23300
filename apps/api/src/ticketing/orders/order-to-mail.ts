import { FestivalId, Language } from '@festivals/domain/primitives';
import * as festivals from '../../festival/store.ts';
import type { Ctx } from '../../platform/context.ts';
import type { JobPayload } from '../../platform/domain-module.ts';
import type { Env } from '../../platform/env.ts';
import { look } from '../../platform/transaction.ts';
import { hasMail } from './has-mail.ts';
import { linkSecret } from '../sale/secret.ts';
import * as store from '../store.ts';

/** The order's page on its festival's site; whoever has this address sees the order. */
export const orderLink = (env: Env, { slug, orderId, language }: { slug: string; orderId: string; language: string }) =>
  `${env.SITE_URL}/${language}/${slug}/orders/${orderId}?secret=${linkSecret(env, orderId)}`;

/** The order that an event is about, with what a mail of it needs: its reader, its festival, and a link that opens it. */
export async function orderToMail(ctx: Ctx, { festivalId, subjectId }: JobPayload) {
  const { order, addressee, festival, company } = await look(ctx, FestivalId.parse(festivalId), async (tx) => ({
    order: await store.findOrder(tx, subjectId),
    addressee: await store.addresseeOf(tx, subjectId),
    festival: await festivals.find(tx),
    company: await store.companyOf(tx, subjectId),
  }));
  if (!order || !addressee || !hasMail(addressee.email) || !festival) return null;
  const { env } = ctx.resources;
  const language = Language.parse(addressee.language);
  const link = orderLink(env, { slug: festival.slug, orderId: order.id, language });
  // Behind the `#` it stays in the reader's browser.
  const ticketLink = (ticketId: string) =>
    `${env.SITE_URL}/${language}/${festival.slug}/ticket/${ticketId}#${linkSecret(env, order.id)}`;
  return { order, festival, company, language, link, ticketLink, to: addressee.email };
}
