/** Goes through a provider as a browser would, without one. */
import { cookieJar } from '../testing/cookie-jar.ts';
import type { StartedProvider } from '../testing/start-provider.ts';
import type { startApi } from '../testing/start-api.ts';

export type Api = Awaited<ReturnType<typeof startApi>>;
export type Browser = ReturnType<Api['browser']>;

export const homes = { site: 'http://localhost:3000', office: 'http://localhost:4200' };
export const returnAddresses = [`${homes.site}/account/with/acme`, `${homes.office}/sign-in/with/acme`];

/** The environment of an API that offers this provider, and the others by the same server where a test wants them. */
export const offering = ({ issuer, client }: StartedProvider): Record<string, string> => ({
  SIGN_IN_WITH: 'acme',
  SIGN_IN_ACME_ISSUER: issuer,
  SIGN_IN_ACME_CLIENT_ID: client.id,
  SIGN_IN_ACME_CLIENT_SECRET: client.secret,
  SIGN_IN_ACME_NAME: 'ACME',
  SIGN_IN_TIMEOUT: '1',
});

/** Follows a provider's redirects until it sends the browser back; @returns the parameters of the return address */
export async function through(url: string, provider: StartedProvider): Promise<string> {
  const jar = cookieJar();
  let at = url;
  for (let steps = 0; steps < 12; steps += 1) {
    const response = await jar.fetch(at, { redirect: 'manual' });
    const location = response.headers.get('location');
    if (location === null)
      throw new Error(`${at} answers ${response.status}: ${(await response.text()).slice(0, 500)}`);
    const next = new URL(location, at);
    if (next.origin !== new URL(provider.issuer).origin) return next.search;
    at = next.href;
  }
  throw new Error('The provider never sends the browser back.');
}

/** Begins at a face, goes through the provider as somebody, and finishes. */
export async function signInWith(browser: Browser, provider: StartedProvider, subject: string, next?: string) {
  const params = { providerId: 'acme' };
  const { url } = await browser.identity.beginProviderSignIn({ params, body: { ...(next && { next }) } });
  provider.visitor = subject;
  const parameters = await through(url, provider);
  return browser.identity.finishProviderSignIn({ params, body: { parameters } });
}
