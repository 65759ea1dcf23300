/** The mails that follow from what happened to an account. Each job makes its own token: none ever stands in an event. */
import { resetPasswordSeconds, verifyEmailSeconds } from '@festivals/domain/identity/rules';
import { sendMail } from '../mail/send-mail.ts';
import type { Ctx, Face } from '../platform/context.ts';
import type { Job, JobPayload } from '../platform/domain-module.ts';
import { platform, step, type Tx } from '../platform/transaction.ts';
import { type Account, findAccount } from './account-store.ts';
import { mailLink } from './mail-links.ts';
import { issueOneTimeToken } from './one-time-token.ts';

/** "Confirm your address"; nothing when it was confirmed meanwhile. */
export const mailVerification: Job = async (ctx, payload) => {
  const due = await step(ctx, platform, async (tx) => {
    const account = await findAccount(tx, { id: payload.subjectId });
    if (!account || account.email_verified_at !== null) return null;
    const token = await issueOneTimeToken(tx, account.id, 'verify_email', inSeconds(ctx, verifyEmailSeconds));
    return { account, token, face: await faceOf(tx, payload) };
  });
  if (!due) return;
  const link = mailLink(ctx.resources, due.face, due.account, 'verify', due.token);
  await send(ctx, due.account, 'verify_email', { name: due.account.name, link });
};

/** "Someone registered with your address, which has an account": what a stranger must not learn from the answer. */
export const mailKnownAddress: Job = async (ctx, payload) => {
  const due = await withAccount(ctx, payload);
  if (!due) return;
  const { account, face } = due;
  await send(ctx, account, 'known_address', {
    name: account.name,
    link: mailLink(ctx.resources, face, account, 'sign_in'),
    resetLink: mailLink(ctx.resources, face, account, 'forgot'),
  });
};

/** "Choose a new password"; nothing for an address that nobody has. */
export const mailReset: Job = async (ctx, payload) => {
  const due = await step(ctx, platform, async (tx) => {
    const account = await findAccount(tx, { id: payload.subjectId });
    if (!account) return null;
    const token = await issueOneTimeToken(tx, account.id, 'reset_password', inSeconds(ctx, resetPasswordSeconds));
    return { account, token, face: await faceOf(tx, payload) };
  });
  if (!due) return;
  const link = mailLink(ctx.resources, due.face, due.account, 'reset', due.token);
  await send(ctx, due.account, 'reset_password', { name: due.account.name, link });
};

/** "Your password was changed": so that an owner learns of a change that was not theirs. */
export const mailPasswordChanged: Job = async (ctx, payload) => {
  const due = await withAccount(ctx, payload);
  if (!due) return;
  const { account, face } = due;
  await send(ctx, account, 'password_changed', {
    name: account.name,
    link: mailLink(ctx.resources, face, account, 'forgot'),
  });
};

const withAccount = (ctx: Ctx, payload: JobPayload) =>
  step(ctx, platform, async (tx) => {
    const account = await findAccount(tx, { id: payload.subjectId });
    return account ? { account, face: await faceOf(tx, payload) } : null;
  });

/** The face on which it was asked for: its pages are where the mail's link leads. */
async function faceOf(tx: Tx, { festivalId, eventId }: JobPayload): Promise<Face | null> {
  const event = await tx
    .selectFrom('event')
    .select('after')
    .where('festival_id', '=', festivalId)
    .where('id', '=', eventId)
    .executeTakeFirst();
  const after = event?.after;
  const face = typeof after === 'object' && after !== null && 'face' in after ? after['face'] : null;
  return face === 'office' || face === 'app' ? face : 'site';
}

const inSeconds = (ctx: Ctx, seconds: number) => new Date(ctx.clock.now().getTime() + seconds * 1000);

const send = <T extends 'verify_email' | 'known_address' | 'reset_password' | 'password_changed'>(
  ctx: Ctx,
  account: Account,
  template: T,
  values: Parameters<typeof sendMail<T>>[1]['values'],
) => sendMail(ctx.resources, { to: account.email, language: account.language, template, values });
