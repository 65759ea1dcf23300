import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { Failure } from './failure.ts';
import type { Answer, Api, Route } from './route.ts';
import { isSchema } from './shapes.ts';

export interface KnownError {
  /** Stable code, `ERR_6002`. */
  code: string;
  name: string;
  status: number;
}

export interface OpenApiOptions {
  title: string;
  version: string;
  description: string;
  /** Mount point of the server, `/api`. */
  server: string;
  /** Finds a declared error by its name in the catalogue. */
  errorOf: (name: string) => KnownError;
  /** Errors that any route may answer. */
  everywhere: readonly string[];
  /** Further errors that follow from what a route is (idempotent, in a festival, …). */
  implied: (route: Route) => readonly string[];
}

/** The OpenAPI 3.1 document of all routes: parameters, bodies, every error, security. */
export function openapi(api: Api, options: OpenApiOptions) {
  const paths: ZodOpenApiPathsObject = {};
  for (const [domain, routes] of Object.entries(api)) {
    for (const [name, route] of Object.entries(routes)) {
      const path = route.path.replace(/:(\w+)/g, '{$1}');
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(domain, name, route, options) };
    }
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: options.title, version: options.version, description: options.description },
    servers: [{ url: options.server }],
    components: { securitySchemes },
    paths,
  });
}

const securitySchemes = {
  bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'site_access',
    description:
      'Each face has its own (`site_access`, `office_access`, `app_access`), sent together with the header `X-Face`.',
  },
} as const;

function operation(domain: string, name: string, route: Route, options: OpenApiOptions): ZodOpenApiOperationObject {
  const headers = {
    ...route.headers?.shape,
    ...(route.idempotent && {
      'idempotency-key': z.string().min(8).max(200).optional().meta({ description: 'Same key, same deed.' }),
    }),
  };
  return {
    operationId: `${domain}.${name}`,
    tags: [domain],
    summary: route.summary,
    description: `Permission: \`${route.permission}\`.`,
    security: route.permission === 'public' ? [{}, { session: [] }, { bearer: [] }] : [{ session: [] }, { bearer: [] }],
    requestParams: {
      ...(route.params && { path: route.params }),
      ...(route.query && { query: route.query }),
      ...(Object.keys(headers).length > 0 && { header: z.object(headers) }),
    },
    ...(route.body && { requestBody: { required: true, content: requestContent(route.body) } }),
    responses: { [String(statusOf(route))]: success(route.response), ...failures(route, options) },
  };
}

/** The status of success. */
export function statusOf(route: Route): number {
  return route.status ?? (!isSchema(route.response) && route.response.kind === 'nothing' ? 204 : 200);
}

function requestContent(body: NonNullable<Route['body']>) {
  if (isSchema(body)) return { 'application/json': { schema: body } };
  const file = { schema: { type: 'string' as const, contentMediaType: 'application/octet-stream' } };
  // JSON whose bytes are proven before they are read is JSON all the same, of whatever shape.
  return Object.fromEntries(body.types.map((type) => [type, type === 'application/json' ? { schema: {} } : file]));
}

function success(answer: Answer) {
  if (isSchema(answer)) return json('Success', z.object({ data: answer }));
  switch (answer.kind) {
    case 'nothing':
      return { description: 'Done' };
    case 'bytes':
      return {
        description: 'The file',
        content: Object.fromEntries(
          [answer.type, ...answer.others].map((type) => [type, { schema: { type: 'string' as const } }]),
        ),
      };
    case 'lines':
      return { description: 'One JSON value a line', content: { 'application/x-ndjson': { schema: answer.item } } };
    case 'page':
      return json(
        'One page',
        z.object({ data: z.array(answer.item), meta: z.object({ next: z.string().nullable() }) }),
      );
  }
}

function failures(route: Route, options: OpenApiOptions) {
  const names = new Set([...options.everywhere, ...options.implied(route), ...(route.errors ?? [])]);
  const byStatus = Map.groupBy([...names].map(options.errorOf), (error) => error.status);
  return Object.fromEntries(
    [...byStatus].map(([status, errors]) => [
      String(status),
      json(errors.map((error) => `${error.code} ${error.name}`).join(', '), Failure),
    ]),
  );
}

const json = (description: string, schema: z.ZodType) => ({ description, content: { 'application/json': { schema } } });
