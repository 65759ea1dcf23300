/** The mails that follow from what happened to an account. Each job makes its own token: none ever stands in an event. */
import { linkConfirmSeconds } from '@festivals/domain/identity/sign-in-provider';
import { resetPasswordSeconds, verifyEmailSeconds } from '@festivals/domain/identity/rules';
import { z } from 'zod';
import { sendMail } from '../mail/send-mail.ts';
import type { Template } from '../mail/mail-values.ts';
import type { Ctx, Face } from '../platform/context.ts';
import type { Job, JobPayload } from '../platform/domain-module.ts';
import { platform, step, type Tx } from '../platform/transaction.ts';
import { type Account, findAccount } from './account-store.ts';
import { findEmailChange } from './email-change-store.ts';
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
export const mailPasswordChanged = mailNewPassword('others');

/** The same after the password was forgotten: nobody was signed in who could stay so. */
export const mailPasswordReset = mailNewPassword('all');

function mailNewPassword(ended: 'others' | 'all'): Job {
  return async (ctx, payload) => {
    const due = await withAccount(ctx, payload);
    if (!due) return;
    const { account, face } = due;
    await send(ctx, account, 'password_changed', {
      name: account.name,
      link: mailLink(ctx.resources, face, account, 'forgot'),
      ended,
    });
  };
}

/** "Link this provider to your account?": the token counts in the browser that asked, and in no other. */
export const mailLinkIdentity: Job = async (ctx, payload) => {
  const due = await step(ctx, platform, async (tx) => {
    const account = await findAccount(tx, { id: payload.subjectId });
    if (!account) return null;
    const token = await issueOneTimeToken(tx, account.id, 'link_identity', inSeconds(ctx, linkConfirmSeconds));
    return { account, token, ...(await toldOf(tx, payload)) };
  });
  if (!due) return;
  const link = mailLink(ctx.resources, due.face, due.account, 'link', due.token);
  await send(ctx, due.account, 'link_identity', {
    name: due.account.name,
    link,
    provider: providerName(ctx, due.provider),
  });
};

/** "This provider opens your account now", or no longer: so that an owner learns of a change that was not theirs. */
const mailWayIn =
  (template: 'way_in_added' | 'way_in_removed'): Job =>
  async (ctx, payload) => {
    const due = await step(ctx, platform, async (tx) => {
      const account = await findAccount(tx, { id: payload.subjectId });
      return account ? { account, ...(await toldOf(tx, payload)) } : null;
    });
    if (!due) return;
    const link = mailLink(ctx.resources, due.face, due.account, 'forgot');
    await send(ctx, due.account, template, { name: due.account.name, link, provider: providerName(ctx, due.provider) });
  };
export const mailWayInAdded = mailWayIn('way_in_added');
export const mailWayInRemoved = mailWayIn('way_in_removed');

/** Both mailboxes are asked whether the account shall move; the new one is not, where it belongs to somebody. */
export const mailEmailChange: Job = async (ctx, payload) => {
  const due = await step(ctx, platform, async (tx) => {
    const account = await findAccount(tx, { id: payload.subjectId });
    const change = await findEmailChange(tx, payload.subjectId, ctx.clock.now());
    if (!account || !change) return null;
    const taken = (await findAccount(tx, { email: change.new_email }))?.email_verified_at != null;
    const expiresAt = new Date(change.expires_at);
    const issue = (purpose: 'email_old' | 'email_new') => issueOneTimeToken(tx, account.id, purpose, expiresAt);
    return { account, change, tokens: { old: await issue('email_old'), new: taken ? null : await issue('email_new') } };
  });
  if (!due) return;
  const { account, change, tokens } = due;
  const values = { name: account.name, email: change.new_email };
  const to = (token: string) => mailLink(ctx.resources, 'site', account, 'email', token);
  await send(ctx, account, 'email_old', { ...values, link: to(tokens.old) });
  if (tokens.new !== null)
    await send(ctx, { ...account, email: change.new_email }, 'email_new', { ...values, link: to(tokens.new) });
};

const providerName = ({ resources: { env } }: Ctx, id: string): string =>
  env.signInProviders.find((one) => one.id === id)?.name ?? id;

const withAccount = (ctx: Ctx, payload: JobPayload) =>
  step(ctx, platform, async (tx) => {
    const account = await findAccount(tx, { id: payload.subjectId });
    return account ? { account, face: await faceOf(tx, payload) } : null;
  });

/** The face on which it was asked for: its pages are where the mail's link leads. */
const faceOf = async (tx: Tx, payload: JobPayload): Promise<Face> => (await toldOf(tx, payload)).face;

const Told = z.object({
  face: z.enum(['site', 'office', 'app']).catch('site'),
  provider: z.string().catch(''),
});

/** What the event says of where it was asked for, and of which provider. */
async function toldOf(tx: Tx, { festivalId, eventId }: JobPayload): Promise<z.infer<typeof Told>> {
  const event = await tx
    .selectFrom('event')
    .select(['before', 'after'])
    .where('festival_id', '=', festivalId)
    .where('id', '=', eventId)
    .executeTakeFirst();
  return Told.parse({ ...Object(event?.before), ...Object(event?.after) });
}

type IdentityTemplate = Extract<
  Template,
  | 'verify_email'
  | 'known_address'
  | 'reset_password'
  | 'password_changed'
  | 'link_identity'
  | 'way_in_added'
  | 'way_in_removed'
  | 'email_old'
  | 'email_new'
>;

const inSeconds = (ctx: Ctx, seconds: number) => new Date(ctx.clock.now().getTime() + seconds * 1000);

const send = <T extends IdentityTemplate>(
  ctx: Ctx,
  account: Account,
  template: T,
  values: Parameters<typeof sendMail<T>>[1]['values'],
) => sendMail(ctx.resources, { to: account.email, language: account.language, template, values });
