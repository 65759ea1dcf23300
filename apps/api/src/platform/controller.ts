import 'reflect-metadata';
import { isSchema, type Download, type Input, type Output, type Route, type Routes } from '@festivals/contract';
import { statusOf } from '@festivals/contract/openapi';
import { Controller, HttpCode, Req, RequestMapping, RequestMethod, Res, type Type } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ctx } from './context.ts';
import { sayFreshness } from './freshness.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';
import { Prepared } from './prepared.ts';
import { readInput } from './read-input.ts';
import { sendOutput } from './send-output.ts';

/** One use case per route; a missing, surplus or wrongly answering one does not compile. */
export type Handlers<R extends Routes> = {
  [N in keyof R]: (ctx: Ctx, input: Input<R[N]>) => Promise<Output<R[N]> | Prepared<Output<R[N]>>>;
};

/** A route with its name, as the guard, the metrics and the boot check read it from a controller's method. */
export interface BoundRoute {
  name: string;
  route: Route;
}

const boundRouteKey = Symbol('route');

export const boundRouteOf = (method: object): BoundRoute | undefined => Reflect.getMetadata(boundRouteKey, method);

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard before any handler runs. */
    ctx: Ctx;
  }
}

type LooseHandler = (ctx: Ctx, input: Input<Route>) => Promise<unknown>;

/** Makes the Nest controller of a domain: every route of the contract bound to its use case. */
export function controller<R extends Routes>(domain: string, routes: R, handlers: Handlers<R>): Type {
  class DomainController {}
  for (const [name, route] of Object.entries(routes)) {
    // Each pair was checked by `Handlers`; a loop over them cannot say so.
    bind(DomainController, `${domain}.${name}`, route, handlers[name] as unknown as LooseHandler);
  }
  Object.defineProperty(DomainController, 'name', { value: `${domain}Http` });
  Controller()(DomainController);
  return DomainController;
}

function bind(target: Type, name: string, route: Route, handler: LooseHandler): void {
  const method = async (request: FastifyRequest, reply: FastifyReply) => {
    const input = readInput(route, request);
    if (route.idempotent) request.ctx.key = idempotencyKeyOf(request, request.ctx);
    const output = await handler(request.ctx, input);
    if (output instanceof Prepared) {
      reply.header('content-type', 'application/json; charset=utf-8');
      return output.body;
    }
    // The handler of a route that answers with bytes returns a file.
    if (!isSchema(route.response) && route.response.kind === 'bytes') sayFreshness(reply, output as Download);
    return sendOutput(route, output);
  };
  const descriptor = { value: method, writable: true, configurable: true };
  Object.defineProperty(target.prototype, name, descriptor);
  RequestMapping({ path: route.path, method: RequestMethod[route.method] })(target.prototype, name, descriptor);
  HttpCode(statusOf(route))(target.prototype, name, descriptor);
  Req()(target.prototype, name, 0);
  Res({ passthrough: true })(target.prototype, name, 1);
  Reflect.defineMetadata(boundRouteKey, { name, route } satisfies BoundRoute, method);
}
