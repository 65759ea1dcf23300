import { createReadStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { Resources } from './context.ts';
import type { Metrics } from './metrics.ts';
import { openapiDocument } from './openapi-document.ts';

const swaggerFolder = dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json')));
const swaggerFiles: ReadonlyMap<string, string> = new Map([
  ['swagger-ui.css', 'text/css'],
  ['swagger-ui-bundle.js', 'text/javascript'],
]);

/** What is no route of the contract: health for the orchestrator, figures for Prometheus, the API's own documentation. */
export function addPlainPages(server: FastifyInstance, resources: Resources, metrics: Metrics): void {
  server.get('/health', async () => ({ status: 'ok' }));
  server.get('/ready', async (_, reply) => {
    const ready = await resources.pool.query('select 1').then(
      () => true,
      () => false,
    );
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'database unreachable' });
  });
  server.get('/metrics', async (_, reply) => reply.type('text/plain; version=0.0.4').send(await metrics.text()));

  const document = JSON.stringify(openapiDocument());
  server.get('/api/openapi.json', async (_, reply) => reply.type('application/json').send(document));
  server.get('/api/docs', async (_, reply) =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', docsPolicy).send(docsPage),
  );
  server.get<{ Params: { file: string } }>('/api/docs/:file', async ({ params }, reply) => {
    const type = swaggerFiles.get(params.file);
    if (params.file === 'start.js') return reply.type('text/javascript').send(docsScript);
    if (!type) return reply.callNotFound();
    return reply.type(type).send(createReadStream(join(swaggerFolder, params.file)));
  });
}

/** Swagger UI sets style attributes; nothing else is allowed beyond this origin's own files. */
const docsPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";
const docsScript = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', deepLinking: true, filter: true });`;
const docsPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Festivals API</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="docs"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>`;
