import type { openapi } from '@festivals/contract/openapi';
import type { Example } from './purchase.ts';

type Document = ReturnType<typeof openapi>;
interface Operation {
  operationId?: string;
  requestBody?: unknown;
  responses?: Record<string, unknown>;
}

/** The document with an example at each route that has one: what is sent, and what is answered. */
export function withExamples(document: Document, examples: readonly Example[]): Document {
  const paths = Object.values(document.paths ?? {});
  const operations = paths.flatMap((path) => Object.values(path) as Operation[]);
  for (const { operation, body, status, answer } of examples) {
    const found = operations.find(({ operationId }) => operationId === operation);
    if (body !== undefined) setExample(found?.requestBody, body);
    if (answer !== null) setExample(found?.responses?.[String(status)], answer);
  }
  return document;
}

function setExample(part: unknown, example: unknown): void {
  // Shaped by our own writer: a body or an answer of JSON.
  const { content } = (part ?? {}) as { content?: Record<string, { example?: unknown }> };
  const json = content?.['application/json'];
  if (json) json.example = example;
}
