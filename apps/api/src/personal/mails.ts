import { confirmDeletionSeconds, exportSeconds, graceSeconds } from '@festivals/domain/personal/rules';
import { findAccount } from '../identity/account-store.ts';
import { mailLink } from '../identity/mail-links.ts';
import { issueOneTimeToken } from '../identity/one-time-token.ts';
import { sendMail } from '../mail/send-mail.ts';
import type { Job } from '../platform/domain-module.ts';
import { platform, step } from '../platform/transaction.ts';
import * as store from './store.ts';

/** "Your copy is there": it opens where its owner is signed in. */
export const mailExport: Job = async ({ resources }, { subjectId }) => {
  const account = await findAccount(resources.db, { id: subjectId });
  if (!account) return;
  const values = {
    name: account.name,
    days: exportSeconds / 86_400,
    link: mailLink(resources, 'site', account, 'data'),
  };
  await sendMail(resources, { to: account.email, language: account.language, template: 'export_ready', values });
};

/** "Shall your account end?", for who has no password to say so. */
export const mailConfirmDeletion: Job = async (ctx, { subjectId }) => {
  const { resources, clock } = ctx;
  const due = await step(ctx, platform, async (tx) => {
    const account = await findAccount(tx, { id: subjectId });
    if (!account) return null;
    const expiresAt = new Date(clock.now().getTime() + confirmDeletionSeconds * 1000);
    return { account, token: await issueOneTimeToken(tx, account.id, 'delete_account', expiresAt) };
  });
  if (!due) return;
  const { account, token } = due;
  const values = {
    name: account.name,
    days: graceSeconds / 86_400,
    link: mailLink(resources, 'site', account, 'delete', token),
  };
  await sendMail(resources, { to: account.email, language: account.language, template: 'confirm_deletion', values });
};

/** "Your account ends on that day", with the way back. */
export const mailDeletionPlanned: Job = async ({ resources }, { subjectId }) => {
  const account = await findAccount(resources.db, { id: subjectId });
  const dueAt = await store.deletionOf(resources.db, subjectId);
  if (!account || !dueAt) return;
  const values = {
    name: account.name,
    dueAt: dueAt.toISOString(),
    link: mailLink(resources, 'site', account, 'data'),
  };
  await sendMail(resources, { to: account.email, language: account.language, template: 'deletion_planned', values });
};

/** "Your account stays: a festival has nobody but you", or the platform. */
export const mailDeletionRefused: Job = async (ctx, { subjectId }) => {
  const { resources } = ctx;
  const account = await findAccount(resources.db, { id: subjectId });
  if (!account) return;
  const needs =
    (await store.onlyOrganiserOf(ctx, subjectId)).length > 0 ? ('festival' as const) : ('platform' as const);
  const values = { name: account.name, link: mailLink(resources, 'site', account, 'data'), needs };
  await sendMail(resources, { to: account.email, language: account.language, template: 'deletion_refused', values });
};
