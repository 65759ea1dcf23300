import type { Api, Route } from '@festivals/contract';
import { isErrorName } from '@festivals/domain/errors';
import { Permission } from '@festivals/domain/identity/roles';
import type { Type } from '@nestjs/common';
import { boundRouteOf } from './controller.ts';
import type { DomainModule } from './domain-module.ts';

/** @throws unless every route of the contract has exactly one handler, a known permission and known errors, and every job exists. */
export function bootCheck(api: Api, modules: readonly DomainModule[]): void {
  const faults = [...routeFaults(api, modules), ...jobFaults(modules)];
  if (faults.length > 0) throw new Error(`The house is not complete:\n${faults.join('\n')}`);
}

function routeFaults(api: Api, modules: readonly DomainModule[]): string[] {
  const bound = modules.flatMap((module) => module.controllers).flatMap(boundNames);
  return allRoutes(api).flatMap(([name, route]) => {
    const handlers = bound.filter((one) => one === name).length;
    return [
      ...(handlers === 1 ? [] : [`${name} has ${handlers} handlers`]),
      ...(isPermission(route.permission) ? [] : [`${name} names the unknown permission ${route.permission}`]),
      ...(route.errors ?? [])
        .filter((error) => !isErrorName(error))
        .map((error) => `${name} declares the unknown error ${error}`),
    ];
  });
}

/** Every route of a contract with its full name. */
export const allRoutes = (api: Api): Array<[string, Route]> =>
  Object.entries(api).flatMap(([domain, routes]) =>
    Object.entries(routes).map(([name, route]): [string, Route] => [`${domain}.${name}`, route]),
  );

const boundNames = (controller: Type): string[] =>
  Object.getOwnPropertyNames(controller.prototype).flatMap((method) => {
    const bound = boundRouteOf(controller.prototype[method]);
    return bound ? [bound.name] : [];
  });

const isPermission = (name: string): boolean =>
  ['public', 'signed_in', 'device'].includes(name) || Permission.safeParse(name).success;

function jobFaults(modules: readonly DomainModule[]): string[] {
  const jobs = new Set(modules.flatMap((module) => Object.keys(module.jobs ?? {})));
  const wanted = modules.flatMap((module) => Object.values(module.subscriptions ?? {}).flat());
  return wanted.filter((job) => !jobs.has(job)).map((job) => `an event asks for the unknown job ${job}`);
}
