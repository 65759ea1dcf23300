/** Who organises a festival is told when its own domain is lost: visitors may find nothing there. */
import { endsAt } from '@festivals/domain/festival/domain-rules';
import { organisersOf } from '../identity/member-store.ts';
import { sendMail } from '../mail/send-mail.ts';
import type { Ctx } from '../platform/context.ts';
import type { Job, JobPayload } from '../platform/domain-module.ts';
import { look } from '../platform/transaction.ts';
import { domainView } from './domain.ts';
import * as store from './domain-store.ts';
import { find } from './store.ts';

/** "Its record is gone": with what has to be written, and until when the site still answers there. */
export const mailDomainLost: Job = async (ctx, { festivalId }) => {
  const due = await dueOf(ctx, festivalId);
  // Found again meanwhile, or given up.
  const until = due && endsAt(due.domain);
  if (!due || !until) return;
  const { record, host } = domainView(due.domain);
  for (const { name, email, language } of due.organisers) {
    await sendMail(ctx.resources, {
      to: email,
      language,
      template: 'domain_lost',
      values: {
        name,
        festival: due.festival.name,
        host,
        record,
        until: { instant: until, zone: due.festival.zone },
        link: due.link,
      },
    });
  }
};

/** "It is yours no more", as far as we can see. */
export const mailDomainLapsed: Job = async (ctx, { festivalId }) => {
  const due = await dueOf(ctx, festivalId);
  if (!due || due.domain.confirmedAt !== null) return;
  for (const { name, email, language } of due.organisers) {
    await sendMail(ctx.resources, {
      to: email,
      language,
      template: 'domain_lapsed',
      values: { name, festival: due.festival.name, host: due.domain.host, link: due.link },
    });
  }
};

const dueOf = (ctx: Ctx, festivalId: JobPayload['festivalId']) =>
  // The relay names a festival that was there when it happened.
  look(ctx, festivalId as Parameters<typeof look>[1], async (tx) => {
    const [domain, festival] = [await store.read(tx), await find(tx)];
    if (!domain || !festival) return null;
    const link = `${ctx.resources.env.OFFICE_URL}/f/${festival.slug}/settings/domain`;
    return { domain, festival, link, organisers: await organisersOf(tx) };
  });
