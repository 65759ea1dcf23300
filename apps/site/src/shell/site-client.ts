import './without-eval.ts';
import { createClient } from '@festivals/contract/client';
import * as identity from '@festivals/domain/identity/contract';
import * as payments from '@festivals/domain/payments/contract';
import { routesOf } from '@festivals/domain/routes-of';
import * as asked from '@festivals/domain/ticketing/asked/contract';
import * as checkout from '@festivals/domain/ticketing/checkout-contract';
import * as ticketing from '@festivals/domain/ticketing/contract';
import * as pricing from '@festivals/domain/ticketing/pricing/contract';
import { serverClock } from './server-clock.ts';
import { renewSession } from './session.ts';

/** The API as the browser calls it: at our own origin, signed in by cookies alone, in the page's language. */
export const site = createClient(
  {
    identity: routesOf(identity),
    payments: routesOf(payments),
    ticketing: { ...routesOf(ticketing), ...routesOf(checkout), ...routesOf(pricing), ...routesOf(asked) },
  },
  {
    baseUrl: '/api',
    face: 'site',
    language: () => document.documentElement.lang,
    renew: renewSession,
    fetch: async (url, init) => {
      const response = await fetch(url, init);
      serverClock.read(response.headers.get('date'));
      return response;
    },
  },
);
