import type { Route } from '@festivals/contract';

type RoutesIn<M> = { [K in keyof M as M[K] extends Route ? K : never]: M[K] extends Route ? M[K] : never };

/** The routes among a contract module's exports, leaving its schemas out. */
export function routesOf<M extends object>(module: M): RoutesIn<M> {
  // What is left is exactly what the mapped type keeps: the exports that are routes.
  return Object.fromEntries(Object.entries(module).filter(([, exported]) => isRoute(exported))) as RoutesIn<M>;
}

const isRoute = (exported: unknown): exported is Route =>
  typeof exported === 'object' && exported !== null && 'permission' in exported && 'method' in exported;
