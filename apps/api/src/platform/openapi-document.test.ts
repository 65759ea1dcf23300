import { statusOf } from '@festivals/contract/openapi';
import { api } from '@festivals/domain';
import { errorOf } from '@festivals/domain/errors';
import { describe, expect, test } from 'vitest';
import { allRoutes } from './boot-check.ts';
import { openapiDocument } from './openapi-document.ts';

interface Operation {
  operationId: string;
  summary: string;
  security: object[];
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content: Record<string, unknown> };
  responses: Record<string, { description: string }>;
}

const text = JSON.stringify(openapiDocument());
const document = JSON.parse(text) as {
  openapi: string;
  info: object;
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, unknown>>;
};
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
);

test('is OpenAPI 3.1 with a title, a version and the ways to sign in', () => {
  expect(document.openapi).toMatch(/^3\.1\.\d$/);
  expect(document.info).toMatchObject({ title: 'Festivals', version: '1' });
  expect(Object.keys(document.components['securitySchemes'] ?? {})).toEqual(['bearer', 'session']);
});

test('takes news of a provider as JSON of any shape, as its example is', () => {
  const news = operations.find(({ operation }) => operation.operationId === 'payments.receiveWebhook');
  expect(news?.operation.requestBody?.content['application/json']).toMatchObject({ schema: {}, example: {} });
});

test('refers to nothing that is not there', () => {
  const references = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)];
  expect(references.length).toBeGreaterThan(20);
  expect(
    references.filter(([, kind = '', name = '']) => !(name in (document.components[kind] ?? {}))).map(([all]) => all),
  ).toEqual([]);
});

test('names each operation once', () => {
  const names = operations.map(({ operation }) => operation.operationId);
  expect(new Set(names).size).toBe(names.length);
  expect(names.toSorted()).toEqual(
    allRoutes(api)
      .map(([name]) => name)
      .toSorted(),
  );
});

/** Every named integer of the document, wherever it stands. */
function* integersIn(value: unknown, name = ''): Generator<{ name: string; description?: string }> {
  if (typeof value !== 'object' || value === null) return;
  const { type, description } = value as { type?: unknown; description?: string };
  if (type === 'integer') yield { name, ...(description !== undefined && { description }) };
  for (const [key, inner] of Object.entries(value)) {
    // What says that something may be null, or stands in a list, is still called as what it is in.
    const isInside = ['anyOf', 'allOf', 'items'].includes(key) || Array.isArray(value);
    yield* integersIn(inner, isInside ? name : key);
  }
}

test('says the unit of every amount of money and of every rate', () => {
  const isMoney =
    /^(price|.*Price|amount|fee|fees|revenue|vat|vatAmount|discount|budget|deposit|debit|credit|kept|paidOut|unpaid|percent)$/;
  const told = [...integersIn(document)].filter(({ name }) => isMoney.test(name));
  expect(told.length).toBeGreaterThan(100);
  expect(new Set(told.filter(({ description }) => description === undefined).map(({ name }) => name))).toEqual(
    new Set(),
  );
});

describe.each(allRoutes(api))('%s', (name, route) => {
  const found = operations.find(({ operation }) => operation.operationId === name);

  test('is documented whole', () => {
    if (!found) throw new Error(`${name} is missing`);
    const { path, method, operation } = found;
    expect({ path, method }).toEqual({
      path: route.path.replaceAll(/:(\w+)/g, '{$1}'),
      method: route.method.toLowerCase(),
    });
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
    const declared = (operation.parameters ?? []).filter((one) => one.in === 'path');
    expect(declared.map((one) => one.name).toSorted()).toEqual(inPath.toSorted());
    expect(declared.every((one) => one.required)).toBe(true);
    expect('requestBody' in operation).toBe(route.body !== undefined);
    expect(Object.keys(operation.responses)).toContain(String(statusOf(route)));
    expect(operation.security.some((one) => Object.keys(one).length === 0)).toBe(route.permission === 'public');
    expect((operation.parameters ?? []).some((one) => one.name === 'idempotency-key')).toBe(route.idempotent === true);
  });

  test('lists each error that it declares', () => {
    for (const { code, status } of (route.errors ?? []).map(errorOf)) {
      expect(found?.operation.responses[status]?.description, `${code} under ${status}`).toContain(code);
    }
  });
});
