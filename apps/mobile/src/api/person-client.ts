import { ApiError, createClient } from '@festivals/contract';
import { api } from '@festivals/domain';
import type { Language } from '@festivals/messages';
import { baseUrl } from './base-url';
import { tokenHeaders, tokens, type Tokens } from './tokens';

let language: Language | undefined;

/** Says in which language the server is to answer. */
export const speakWithServer = (spoken: Language): void => void (language = spoken);

const options = { baseUrl: baseUrl(), face: 'app', language: () => language } as const;
const unrenewed = createClient(api, { ...options, token: () => undefined });

/** The API as the signed-in person sees it; renews the session once when it has run out. */
export const personClient = createClient(api, { ...options, token: tokens.access, renew: renewOnce });

let renewal: Promise<boolean> | null = null;

/** One renewal at a time: a refresh token seen twice would end the whole session. */
function renewOnce(): Promise<boolean> {
  renewal ??= renew().finally(() => (renewal = null));
  return renewal;
}

async function renew(): Promise<boolean> {
  const refresh = await tokens.refresh();
  try {
    const signedIn = await unrenewed.identity.refresh({ body: refresh ? { refresh } : {} }, { headers: tokenHeaders });
    await tokens.keep(signedIn.tokens);
    return true;
  } catch (cause) {
    if (cause instanceof ApiError) return false;
    throw cause;
  }
}

/** Signs in and keeps the session; answers who the person is. */
export async function signIn(email: string, password: string) {
  const signedIn = await unrenewed.identity.login({ body: { email, password } }, { headers: tokenHeaders });
  await tokens.keep(signedIn.tokens);
  return signedIn.me;
}

/** Ends the session here at once, and at the server if it can be reached. */
export async function signOut(): Promise<void> {
  await personClient.identity.logout({}).catch(() => undefined);
  await tokens.keep(null);
}

export type { Tokens };
