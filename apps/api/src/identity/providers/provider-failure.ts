import type { ErrorName } from '@festivals/domain/errors';
import * as oidc from 'openid-client';
import type { Ctx } from '../../platform/context.ts';
import { Fault, fail } from '../../platform/fault.ts';
import type { ProviderSettings } from '../../platform/sign-in-providers.ts';

/** What a failure at a provider means to whoever wanted to sign in; the log alone is told more, and no token. */
export function failAtProvider(ctx: Ctx, provider: ProviderSettings, error: unknown): never {
  if (error instanceof Fault) throw error;
  const name = meaningOf(error);
  ctx.resources.log.warn({ provider: provider.id, code: codeOf(error), meaning: name }, 'sign-in at a provider failed');
  return fail(name, { provider: provider.name });
}

function meaningOf(error: unknown): ErrorName & `identity.provider_${string}` {
  if (error instanceof oidc.AuthorizationResponseError) {
    if (error.error === 'access_denied') return 'identity.provider_cancelled';
    return isPassing(error.error) ? 'identity.provider_unreachable' : 'identity.provider_refused';
  }
  if (error instanceof oidc.ResponseBodyError)
    return error.status >= 500 || isPassing(error.error)
      ? 'identity.provider_unreachable'
      : 'identity.provider_refused';
  return unreachable.has(codeOf(error)) ? 'identity.provider_unreachable' : 'identity.provider_refused';
}

const isPassing = (error: string) => error === 'server_error' || error === 'temporarily_unavailable';

/** No answer, too late, or none that is of the protocol; as against an answer that is, and is not right. */
const unreachable: ReadonlySet<string> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
  'no_connection',
]);

function codeOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code;
  // `fetch` fails with a TypeError that has a cause.
  return error instanceof TypeError && error.cause !== undefined ? 'no_connection' : 'unknown';
}
