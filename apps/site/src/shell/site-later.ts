import { Unreachable } from '@festivals/contract/api-error';
import type { site as whole } from './site-client.ts';

type Site = typeof whole;

let coming: Promise<Site> | undefined;

/** Fetches the client with its schemas, which are heavier than the page that calls: once, or again where that failed. */
function come(): Promise<Site> {
  coming ??= import('./site-client.ts').then(
    (loaded) => loaded.site,
    (cause: unknown) => {
      coming = undefined;
      throw new Unreachable(cause);
    },
  );
  return coming;
}

const domain = (name: string) =>
  new Proxy(
    {},
    {
      get: (_, call: string) => async (asked: unknown, options: unknown) => {
        // Only names of the real client are ever written: what is called here is there.
        const calls = (await come())[name as keyof Site] as Record<
          string,
          (asked: unknown, options: unknown) => unknown
        >;
        return calls[call]?.(asked, options);
      },
    },
  );

/**
 * The API for pages that are read by many who ask it nothing, such as the shop: all of it answers by a promise, so that nothing of it is
 * loaded before something is asked. Not for what opens without a network: the service worker keeps what a page names.
 */
export const site = new Proxy({}, { get: (_, name: string) => domain(name) }) as Site;
