import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/identity/provider-contract';
import { returnPath, signInStepSeconds } from '@festivals/domain/identity/sign-in-provider';
import * as oidc from 'openid-client';
import { type Ctx, personOf } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import type { ProviderSettings } from '../../platform/sign-in-providers.ts';
import { confirmOwner } from '../confirm-owner.ts';
import { clientOf, originOf, providerOf, returnAddress } from './provider-client.ts';
import { failAtProvider } from './provider-failure.ts';
import { keepSealed, type SignInState } from './sealed-state.ts';

/** Who else may say who somebody is, for the face that asks. */
export async function listSignInProviders(ctx: Ctx): Promise<Output<typeof contract.listSignInProviders>> {
  const origin = originOf(ctx);
  const providers = origin === null ? [] : ctx.resources.env.signInProviders;
  return { origin, providers: providers.map(({ id, name, icon }) => ({ id, name, icon })) };
}

/** Sends somebody to a provider to sign in. */
export function beginProviderSignIn(
  ctx: Ctx,
  { params, body }: Input<typeof contract.beginProviderSignIn>,
): Promise<Output<typeof contract.beginProviderSignIn>> {
  return begin(ctx, { providerId: params.providerId, next: body.next, link: null });
}

/** Sends me to a provider to add it to my ways in. A session left open somewhere is not enough: its finder could move in. */
export async function beginProviderLink(
  ctx: Ctx,
  { params, body }: Input<typeof contract.beginProviderLink>,
): Promise<Output<typeof contract.beginProviderLink>> {
  const { personId, sessionId } = personOf(ctx);
  providerOf(ctx, params.providerId);
  await confirmOwner(ctx, body.password);
  return begin(ctx, { providerId: params.providerId, next: body.next, link: { personId, sessionId } });
}

async function begin(
  ctx: Ctx,
  { providerId, next, link }: { providerId: string; next: string | undefined; link: SignInState['link'] },
): Promise<{ url: string }> {
  const { face } = ctx.request;
  const provider = providerOf(ctx, providerId);
  const origin = originOf(ctx);
  if (origin === null || face === null || face === 'app') fail('identity.provider_unknown');
  const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
  const client = await clientOf(ctx, provider).catch((error: unknown) => failAtProvider(ctx, provider, error));
  const url = oidc.buildAuthorizationUrl(client, {
    redirect_uri: returnAddress(face, origin, provider.id),
    scope: scopes[provider.kind],
    response_type: 'code',
    state,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(provider.kind === 'oidc' && { nonce }),
  });
  const kept: SignInState = { provider: provider.id, face, state, nonce, verifier, next: returnPath(next), link };
  await keepSealed(ctx, 'way', kept, signInStepSeconds);
  return { url: url.href };
}

const scopes: Readonly<Record<ProviderSettings['kind'], string>> = {
  oidc: 'openid email profile',
  github: 'read:user user:email',
  facebook: 'public_profile,email',
};
