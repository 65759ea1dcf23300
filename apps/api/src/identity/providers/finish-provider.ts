import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/identity/provider-contract';
import { maskEmail } from '@festivals/domain/identity/rules';
import { judgeStranger, linkConfirmSeconds } from '@festivals/domain/identity/sign-in-provider';
import { Line, type PersonId } from '@festivals/domain/primitives';
import { v7 } from 'uuid';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { record } from '../../platform/record.ts';
import type { ProviderSettings } from '../../platform/sign-in-providers.ts';
import { platform, step, type Tx } from '../../platform/transaction.ts';
import { type Account, findAccount } from '../account-store.ts';
import { voidTokens } from '../one-time-token.ts';
import { carrierOf } from '../session-delivery.ts';
import { signedIn, type StartedSession, startSession } from '../start-session.ts';
import { askProvider, type ProviderIdentity } from './ask-provider.ts';
import * as identities from './identity-store.ts';
import { linkIdentity } from './link-identity.ts';
import { clientOf, originOf, providerOf, returnAddress } from './provider-client.ts';
import { failAtProvider } from './provider-failure.ts';
import { forgetSealed, keepSealed, type PendingLink, readSealed, SignInState } from './sealed-state.ts';

/** Comes back from a provider: signs in, adds a way in, or asks the account's owner to confirm the link. */
export async function finishProviderSignIn(
  ctx: Ctx,
  { params, body }: Input<typeof contract.finishProviderSignIn>,
): Promise<Output<typeof contract.finishProviderSignIn>> {
  const provider = providerOf(ctx, params.providerId);
  const began = await beganHere(ctx, provider, body.parameters);
  const told = await whoCameBack(ctx, provider, { began, parameters: body.parameters });
  if (began.link) {
    await addWay(ctx, provider, { began: began.link, told });
    return { outcome: 'linked', next: began.next };
  }
  const arrival = await arrive(ctx, provider, told);
  if ('session' in arrival) {
    return {
      outcome: 'signed_in',
      signedIn: await signedIn(ctx, carrierOf(ctx.request), arrival.session),
      next: began.next,
    };
  }
  const { account } = arrival;
  const pending: PendingLink = {
    provider: provider.id,
    face: began.face,
    issuer: told.issuer,
    subject: told.subject,
    email: account.email,
    personId: account.id,
    next: began.next,
  };
  await keepSealed(ctx, 'link', pending, linkConfirmSeconds);
  return {
    outcome: 'confirm',
    provider: provider.name,
    email: maskEmail(account.email),
    hasPassword: account.password_hash !== null,
  };
}

/** What this browser began, once: an answer that it did not ask for, or of another provider, is nobody's. */
async function beganHere(ctx: Ctx, provider: ProviderSettings, parameters: string): Promise<SignInState> {
  const began = await readSealed(ctx, 'way', SignInState);
  forgetSealed(ctx, 'way');
  const { state } = Object.fromEntries(new URLSearchParams(parameters));
  return began !== null && began.provider === provider.id && began.state === state
    ? began
    : fail('identity.provider_expired');
}

async function whoCameBack(
  ctx: Ctx,
  provider: ProviderSettings,
  { began, parameters }: { began: SignInState; parameters: string },
): Promise<ProviderIdentity> {
  const cameBackTo = new URL(returnAddress(began.face, originOf(ctx) ?? '', provider.id));
  cameBackTo.search = parameters;
  try {
    return await askProvider(provider, await clientOf(ctx, provider), { cameBackTo, checks: began });
  } catch (error) {
    return failAtProvider(ctx, provider, error);
  }
}

/** Adds a way in to the account that asked for it, if it is still the one that sits there. */
async function addWay(
  ctx: Ctx,
  provider: ProviderSettings,
  { began, told }: { began: NonNullable<SignInState['link']>; told: ProviderIdentity },
): Promise<void> {
  const { caller } = ctx;
  if (caller.kind !== 'person' || caller.personId !== began.personId || caller.sessionId !== began.sessionId)
    fail('identity.provider_expired');
  await step(ctx, platform, (tx) =>
    linkIdentity(tx, ctx, { personId: caller.personId, provider: provider.id, ...told }),
  );
}

type Arrival = { session: StartedSession } | { account: Account };

function arrive(ctx: Ctx, provider: ProviderSettings, told: ProviderIdentity): Promise<Arrival> {
  return step(ctx, platform, async (tx): Promise<Arrival> => {
    await identities.lockIdentity(tx, told);
    const known = await identities.personOfIdentity(tx, told);
    if (known === null) return welcome(tx, ctx, { provider, told });
    await identities.touchIdentity(tx, told, ctx.clock.now());
    return { session: await signInWith(tx, ctx, { personId: known, provider: provider.id }) };
  });
}

/** Somebody whom no account knows. */
async function welcome(
  tx: Tx,
  ctx: Ctx,
  { provider, told }: { provider: ProviderSettings; told: ProviderIdentity },
): Promise<Arrival> {
  const known = told.email === null ? undefined : await findAccount(tx, { email: told.email });
  const verdict = judgeStranger(told, known?.email_verified_at != null);
  switch (verdict.kind) {
    case 'no_email':
      return fail('identity.provider_without_email', { provider: provider.name });
    case 'email_unverified':
      return fail('identity.provider_email_unverified', { provider: provider.name });
    case 'confirm_link':
      return known ? { account: known } : fail('general.conflict');
    case 'open_account': {
      const personId = await identities.openVerified(tx, {
        // uuid's v7 is typed as any text; it is the id of the person made here.
        id: v7() as PersonId,
        email: verdict.email,
        name: nameOf(told, verdict.email),
        language: ctx.request.language,
        now: ctx.clock.now(),
      });
      // Verified by its owner in this very moment: they may start again and confirm.
      if (personId === null) fail('general.conflict');
      for (const purpose of ['verify_email', 'reset_password'] as const) await voidTokens(tx, personId, purpose);
      await record(tx, ctx, {
        name: 'identity.opened_by_provider',
        subjectId: personId,
        after: { provider: provider.id, instead: known !== undefined },
      });
      await identities.insertIdentity(tx, { ...told, personId, provider: provider.id, now: ctx.clock.now() });
      return { session: await signInWith(tx, ctx, { personId, provider: provider.id }) };
    }
  }
}

export async function signInWith(
  tx: Tx,
  ctx: Ctx,
  { personId, provider }: { personId: PersonId; provider: string },
): Promise<StartedSession> {
  const started = await startSession(tx, ctx, personId);
  await record(tx, ctx, {
    name: 'identity.signed_in',
    subjectId: personId,
    after: { sessionId: started.sessionId, provider },
  });
  return started;
}

/** A provider's name for somebody, if it can stand on a ticket; else what their address begins with. */
function nameOf({ name }: ProviderIdentity, email: string): string {
  const read = Line(120).safeParse(name);
  return read.success ? read.data : email.slice(0, Math.min(120, email.indexOf('@')));
}
