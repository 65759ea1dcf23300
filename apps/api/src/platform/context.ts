import type { DeviceId, FestivalId, Language, PersonId, SessionId } from '@festivals/domain/primitives';
import type { Role } from '@festivals/domain/identity/roles';
import type { Logger } from 'pino';
import type { OpenDatabase } from './database.ts';
import type { Env } from './env.ts';
import { fail } from './fault.ts';

/** Who calls. `roles` are those in the festival that the request is about. */
export type Caller =
  | { kind: 'guest' }
  | { kind: 'system' }
  | {
      kind: 'person';
      personId: PersonId;
      sessionId: SessionId;
      name: string;
      email: string;
      emailVerified: boolean;
      superAdmin: boolean;
      roles: readonly Role[];
    }
  | { kind: 'device'; deviceId: DeviceId; festivalId: FestivalId };

export type Person = Extract<Caller, { kind: 'person' }>;
export type Device = Extract<Caller, { kind: 'device' }>;

export type Face = 'site' | 'office' | 'app';

export interface Clock {
  now(): Date;
}

/** What lives as long as the process. */
export interface Resources extends OpenDatabase {
  env: Env;
  clock: Clock;
  log: Logger;
  /** How the names of events begin that the public site is told of. */
  shown: readonly string[];
}

export interface RequestFacts {
  id: string;
  language: Language;
  address: string;
  userAgent: string | null;
  face: Face | null;
  secure: boolean;
  cookies: Readonly<Record<string, string | undefined>>;
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface Cookie {
  name: string;
  value: string;
  maxAgeSeconds: number;
  /** Strict when left out: Lax alone survives the way back from another site. */
  sameSite?: 'Strict' | 'Lax';
}

/** One deed's key: whose it is, and which body it belongs to. */
export interface IdempotencyKey {
  caller: Buffer;
  key: string;
  bodyHash: Buffer;
}

/** What every use case is given first. */
export interface Ctx {
  resources: Resources;
  clock: Clock;
  caller: Caller;
  request: RequestFacts;
  key: IdempotencyKey | null;
  /** Set-Cookie of the answer: httpOnly, SameSite=Strict unless it says otherwise, Secure over HTTPS. */
  setCookie(cookie: Cookie): void;
}

/** The person who calls, or 401. */
export function personOf(ctx: Ctx): Person {
  return ctx.caller.kind === 'person' ? ctx.caller : fail('identity.not_signed_in');
}

/** The device that calls, or 401. */
export function deviceOf(ctx: Ctx): Device {
  return ctx.caller.kind === 'device' ? ctx.caller : fail('devices.not_a_device');
}

/** A context for what nobody asked for: jobs, the relay, expiry. */
export function systemContext(resources: Resources): Ctx {
  return {
    resources,
    clock: resources.clock,
    caller: { kind: 'system' },
    request: {
      id: 'system',
      language: 'en',
      address: '',
      userAgent: null,
      face: null,
      secure: false,
      cookies: {},
      headers: {},
    },
    key: null,
    setCookie: () => undefined,
  };
}
