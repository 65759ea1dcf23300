import type { Route } from '@festivals/contract';
import { openapi } from '@festivals/contract/openapi';
import { api } from '@festivals/domain';
import { errorOf } from '@festivals/domain/errors';
import { purchase } from './examples/purchase.ts';
import { withExamples } from './examples/with-examples.ts';

const everywhere = [
  'general.too_many_requests',
  'general.internal',
  'general.unavailable',
  'general.unknown_api_version',
];

/** Errors that follow from what a route takes and asks for. */
function implied(route: Route): string[] {
  const writes = route.body
    ? ['general.malformed_request', 'general.body_too_large', 'general.unsupported_media_type']
    : [];
  const keyed = route.idempotent ? ['general.idempotency_key_reused', 'general.idempotency_in_flight'] : [];
  const checked = route.body || route.query ? ['general.validation_failed'] : [];
  const found = route.params ? ['general.not_found'] : [];
  return [...writes, ...keyed, ...checked, ...found, ...guarded(route.permission)];
}

function guarded(permission: string): string[] {
  if (permission === 'public') return [];
  if (permission === 'device') return ['devices.not_a_device', 'access.wrong_device'];
  return permission === 'signed_in' ? ['identity.not_signed_in'] : ['identity.not_signed_in', 'identity.forbidden'];
}

/** The OpenAPI 3.1 document of this server. */
export const openapiDocument = () => withExamples(bareDocument(), purchase);

const bareDocument = () =>
  openapi(api, {
    title: 'Festivals',
    version: '1',
    description:
      'Answers are `{ data, meta? }` or `{ error: { code, name, message, details } }`. Amounts are integers in minor units. Lists are read on by `meta.next` as `cursor`. Send an `Idempotency-Key` with writes that say so, and the same key to repeat one.',
    server: '/api',
    errorOf,
    everywhere,
    implied,
  });
