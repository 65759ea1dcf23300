/** What the browser keeps for us while somebody is away at a provider: encrypted, bound to its purpose, and soon too old. */
import { EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';
import type { Ctx, Face, RequestFacts } from '../../platform/context.ts';
import { deriveKey } from '../derive-key.ts';

export const SignInState = z.object({
  provider: z.string(),
  face: z.enum(['site', 'office']),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string().nullable(),
  /** Whose ways in it shall be added to; null when somebody signs in. */
  link: z.object({ personId: z.uuid(), sessionId: z.uuid() }).nullable(),
});
export type SignInState = z.infer<typeof SignInState>;

export const PendingLink = z.object({
  provider: z.string(),
  face: z.enum(['site', 'office']),
  issuer: z.string(),
  subject: z.string(),
  email: z.string(),
  personId: z.uuid(),
  next: z.string().nullable(),
});
export type PendingLink = z.infer<typeof PendingLink>;

type Kind = 'way' | 'link';

/** Lax, since the browser comes back from another site; of one face, and in HTTPS of this host alone. */
const nameOf = (face: Face, kind: Kind, secure: boolean) => `${secure ? '__Host-' : ''}${face}_${kind}`;

export async function keepSealed(ctx: Ctx, kind: Kind, value: object, seconds: number): Promise<void> {
  const { face, secure } = ctx.request;
  if (face === null) return;
  const sealed = await new EncryptJWT({ value })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setAudience(kind)
    .setExpirationTime(new Date(ctx.clock.now().getTime() + seconds * 1000))
    .encrypt(keyOf(ctx));
  ctx.setCookie({ name: nameOf(face, kind, secure), value: sealed, maxAgeSeconds: seconds, sameSite: 'Lax' });
}

export function forgetSealed(ctx: Ctx, kind: Kind): void {
  const { face, secure } = ctx.request;
  if (face !== null) ctx.setCookie({ name: nameOf(face, kind, secure), value: '', maxAgeSeconds: 0, sameSite: 'Lax' });
}

/** What was kept, or null when it is not there, too old, another face's or not from us. */
export async function readSealed<S extends z.ZodType<{ face: Face }>>(
  ctx: Ctx,
  kind: Kind,
  schema: S,
): Promise<z.infer<S> | null> {
  const sealed = cookieOf(ctx.request, kind);
  if (sealed === undefined) return null;
  const opened = await jwtDecrypt(sealed, keyOf(ctx), {
    audience: kind,
    currentDate: ctx.clock.now(),
    keyManagementAlgorithms: ['dir'],
    contentEncryptionAlgorithms: ['A256GCM'],
  }).catch(() => null);
  const read = schema.safeParse(opened?.payload['value']);
  return read.success && read.data.face === ctx.request.face ? read.data : null;
}

const cookieOf = ({ face, secure, cookies }: RequestFacts, kind: Kind): string | undefined =>
  face === null ? undefined : cookies[nameOf(face, kind, secure)];

const keyOf = ({ resources }: Ctx) => deriveKey(resources.env.JWT_SECRET, 'provider-state');
