/** A real OpenID Connect provider on a free port, with people of its own, that can be told to go wrong. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { Provider } from 'oidc-provider';

export interface ProvidedPerson {
  email?: string;
  email_verified?: boolean;
  name?: string;
}

/** What happens to an answer of the token endpoint before it leaves. */
export type Twist = (claims: JWTPayload) => JWTPayload | Promise<JWTPayload>;

export interface StartedProvider {
  issuer: string;
  /** The name of the key that it signs with. */
  kid: string;
  client: { id: string; secret: string };
  /** Who has an account there, by subject. */
  people: Map<string, ProvidedPerson>;
  /** Who signs in without being asked; null asks on a page, as a browser sees it. */
  visitor: string | null;
  /** Changes the claims of the next ID tokens, which are signed anew with the provider's key. */
  twist: Twist | null;
  /** Answers in the place of the provider: nothing, late, or nonsense. */
  instead: ((request: IncomingMessage, response: ServerResponse) => boolean) | null;
  stop(): Promise<void>;
}

const usualClient = { id: 'festivals', secret: 'known-to-the-provider-and-to-us-alone' };

export async function startProvider(
  redirectUris: readonly string[],
  { port = 0, client = usualClient }: { port?: number; client?: StartedProvider['client'] } = {},
): Promise<StartedProvider> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  // A name of its own each time: whoever keeps the keys of an earlier start asks again.
  const kid = randomUUID();
  const key = { ...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig' };
  const started: StartedProvider = {
    issuer,
    kid,
    client,
    people: new Map(),
    visitor: null,
    twist: null,
    instead: null,
    stop: () => stop(server),
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [...redirectUris],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: ['of this test alone'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, ...started.people.get(accountId) }),
    }),
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (started.instead?.(request, response)) return;
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer);
    if (pathname.startsWith('/interaction/'))
      return void interact(provider, started, { request, response, searchParams });
    if (pathname === '/token' && started.twist)
      twistAnswer(response, started.twist, (claims) => sign(claims, privateKey, kid));
    return void answer(request, response);
  });
  return started;
}

const sign = (claims: JWTPayload, key: CryptoKey, kid: string): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(key);

interface Asked {
  request: IncomingMessage;
  response: ServerResponse;
  searchParams: URLSearchParams;
}

/** Says who it is and agrees to everything, or goes back. */
async function interact(
  provider: Provider,
  started: StartedProvider,
  { request, response, searchParams }: Asked,
): Promise<void> {
  const { params, prompt, session } = await provider.interactionDetails(request, response);
  // Whoever has just said who they are is not asked again whether they agree.
  const accountId =
    started.visitor ?? searchParams.get('as') ?? (prompt.name === 'consent' ? (session?.accountId ?? null) : null);
  if (accountId === null) return choose(started, response);
  if (accountId === 'nobody')
    return provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'went back' });
  if (prompt.name === 'login') return provider.interactionFinished(request, response, { login: { accountId } });
  const grant = new provider.Grant({ accountId, clientId: String(params['client_id']) });
  grant.addOIDCScope('openid email profile');
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
}

function choose({ people }: StartedProvider, response: ServerResponse): void {
  const links = [...people].map(([subject, { name }]) => `<p><a href="?as=${subject}">${name ?? subject}</a></p>`);
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(`<!doctype html><title>Who are you?</title>${links.join('')}<p><a href="?as=nobody">Go back</a></p>`);
}

/** Catches the JSON of an answer on its way out and puts another ID token in. */
function twistAnswer(response: ServerResponse, twist: Twist, signed: (claims: JWTPayload) => Promise<string>): void {
  const end = response.end.bind(response);
  const replace = async (body: unknown): Promise<void> => {
    const answer: { id_token?: string } = JSON.parse(String(body));
    if (answer.id_token !== undefined) {
      const claims: JWTPayload = JSON.parse(Buffer.from(answer.id_token.split('.')[1] ?? '', 'base64url').toString());
      answer.id_token = await signed(await twist(claims));
    }
    const text = JSON.stringify(answer);
    response.setHeader('content-length', Buffer.byteLength(text));
    end(text);
  };
  // Koa ends an answer with its whole body.
  response.end = ((body: unknown) => {
    void replace(body);
    return response;
  }) as typeof response.end;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
