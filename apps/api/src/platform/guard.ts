import type { Route } from '@festivals/contract';
import { may } from '@festivals/domain/identity/policy';
import { Permission } from '@festivals/domain/identity/roles';
import { FestivalId } from '@festivals/domain/primitives';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller, Ctx, RequestFacts, Resources } from './context.ts';
import { boundRouteOf } from './controller.ts';
import { serializeCookie } from './cookie.ts';
import { fail } from './fault.ts';
import { chooseLanguage } from './language.ts';
import { countedAs, type Allowance } from './rate-limit.ts';
import type { SharedLimiter } from './shared-rate-limit.ts';

/** Finds out who calls; roles are those in the given festival. Brought by the identity domain. */
export type Authenticate = (
  resources: Resources,
  request: RequestFacts,
  festivalId: FestivalId | null,
) => Promise<Caller>;

/** Before every handler: who calls, how often, and may they. Deny by default: a route without contract is an error. */
export class Gatekeeper implements CanActivate {
  readonly #resources: Resources;
  readonly #authenticate: Authenticate;
  readonly #limiter: SharedLimiter;

  constructor(resources: Resources, authenticate: Authenticate, limiter: SharedLimiter) {
    this.#resources = resources;
    this.#authenticate = authenticate;
    this.#limiter = limiter;
  }

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const bound = boundRouteOf(execution.getHandler());
    if (!bound) fail('general.route_not_found');
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const reply = execution.switchToHttp().getResponse<FastifyReply>();
    // Answers are for their caller, at this moment: no proxy on the way keeps one, however its address looks.
    reply.header('cache-control', 'no-store');
    const facts = factsOf(request);
    const festivalId = festivalOf(bound.route, request);
    const caller = await this.#authenticate(this.#resources, facts, festivalId);
    const now = this.#resources.clock.now().getTime();
    const by = { caller, address: facts.address, factor: this.#resources.env.RATE_LIMIT_FACTOR };
    sayAllowance(reply, await this.#limiter.use(countedAs(bound.name, bound.route, by), now));
    permit(bound.route, caller, festivalId);
    request.ctx = contextOf(this.#resources, caller, facts, reply);
    return true;
  }
}

function factsOf(request: FastifyRequest): RequestFacts {
  const face = request.headers['x-face'];
  return {
    id: request.id,
    language: chooseLanguage(request.headers['accept-language']),
    address: request.ip,
    userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
    face: face === 'site' || face === 'office' || face === 'app' ? face : null,
    secure: request.protocol === 'https',
    cookies: request.cookies,
    headers: request.headers,
  };
}

/** The festival that the request is about, if its path names one. */
function festivalOf(route: Route, request: FastifyRequest): FestivalId | null {
  if (!route.path.startsWith('/festivals/:festivalId')) return null;
  const { festivalId } = request.params as { festivalId?: string };
  const parsed = FestivalId.safeParse(festivalId);
  return parsed.success ? parsed.data : fail('general.not_found');
}

function sayAllowance(reply: FastifyReply, { allowed, limit, remaining, resetSeconds }: Allowance): void {
  reply
    .header('ratelimit-limit', limit)
    .header('ratelimit-remaining', remaining)
    .header('ratelimit-reset', resetSeconds);
  if (allowed) return;
  reply.header('retry-after', resetSeconds);
  fail('general.too_many_requests', { retryAfterSeconds: resetSeconds });
}

function permit(route: Route, caller: Caller, festivalId: FestivalId | null): void {
  if (route.permission === 'public') return;
  if (route.permission === 'device') return permitDevice(caller, festivalId);
  if (caller.kind !== 'person') fail('identity.not_signed_in');
  if (route.permission === 'signed_in') return;
  if (!may(caller, Permission.parse(route.permission))) fail('identity.forbidden', { permission: route.permission });
}

function permitDevice(caller: Caller, festivalId: FestivalId | null): void {
  if (caller.kind !== 'device') fail('devices.not_a_device');
  if (festivalId !== null && caller.festivalId !== festivalId) fail('access.wrong_device');
}

function contextOf(resources: Resources, caller: Caller, request: RequestFacts, reply: FastifyReply): Ctx {
  return {
    resources,
    clock: resources.clock,
    caller,
    request,
    key: null,
    setCookie: (cookie) => void reply.header('set-cookie', serializeCookie(cookie, request.secure)),
  };
}
