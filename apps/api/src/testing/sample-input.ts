import { isSchema, type Route } from '@festivals/contract';
import { v7 } from 'uuid';
import { z } from 'zod';

/** The part of JSON Schema that zod writes for our contracts. */
interface Shape {
  $ref?: string;
  $defs?: Record<string, Shape>;
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
  properties?: Record<string, Shape>;
  propertyNames?: Shape;
  additionalProperties?: Shape | boolean;
  required?: string[];
  items?: Shape;
  prefixItems?: Shape[];
  minItems?: number;
  minimum?: number;
  minLength?: number;
  format?: string;
}

/** What a pattern or a refinement wants, which no shape tells, by the name of the field. */
const byName: Readonly<Record<string, unknown>> = {
  zone: 'Europe/Brussels',
  country: 'BE',
  phone: '+3225550100',
  currency: 'EUR',
  languages: ['en'],
  secret: 'a-secret-that-nobody-was-given',
  token: 'a-token-that-nobody-was-given',
  refresh: 'a-refresh-that-nobody-was-given',
  code: 'ABCDEFGHJKMNPQRS',
  publicKey: 'A'.repeat(43),
  facts: ['AAAA'],
  password: 'correct horse battery',
  opens: '12:00',
  closes: '02:00',
  accent: '#8b5cf6',
  iban: 'BE68539007547034',
  bic: '',
  stripeAccount: 'acct_crossing1',
  host: 'crossing.example.org',
  name: { en: 'Crossing' },
  to: 'CANCELLED',
  swap: false,
  leaveOut: false,
  condition: null,
  bornOn: '1990-05-01',
  // A choice of no sets.
  sets: 'AQ',
  endsAt: '2031-07-04T13:00:00.000Z',
  onSaleUntil: '2031-07-05T12:00:00.000Z',
  validUntil: '2031-07-05T12:00:00.000Z',
  prefix: 'CROSS-',
  vatNumber: 'BE0411905847',
  gift: false,
  link: 'A'.repeat(43),
};

/** A plausible value of a schema: every field is filled, names and ids are new. @throws when the schema refuses what was made */
export function sampleOf(schema: z.ZodType): unknown {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
  const candidates = ['', 'a name'].map((text) => sample(shape, shape.$defs ?? {}, '', text));
  const accepted = candidates.find((value) => schema.safeParse(value).success);
  if (accepted === undefined)
    throw new Error(
      `no sample for ${JSON.stringify(shape)}: ${JSON.stringify(candidates)}: ${schema.safeParse(candidates[1]).error?.message}`,
    );
  return accepted;
}

/** A plausible body of a route, as it goes over the wire. */
export function sampleBody(route: Route): { type: string; bytes: string } | null {
  if (!route.body) return null;
  return isSchema(route.body)
    ? { type: 'application/json', bytes: JSON.stringify(sampleOf(route.body)) }
    : { type: route.body.types[0] ?? '', bytes: 'file' };
}

/** `nameText` stands for fields that some contracts want as one line and others in several languages. */
function sample(shape: Shape, definitions: Record<string, Shape>, name: string, nameText: string): unknown {
  const inner = (one: Shape, as = name) => sample(one, definitions, as, nameText);
  if (shape.$ref) return inner(definitions[shape.$ref.split('/').at(-1) ?? ''] ?? {});
  if (name === 'name' && nameText !== '' && shape.type === 'string') return nameText;
  if (name in byName && !(name === 'code' && shape.enum)) return byName[name];
  if ('const' in shape) return shape.const;
  if (shape.enum) return shape.enum[0];
  const [option] = shape.anyOf ?? shape.oneOf ?? [];
  if (option) return inner(option);
  if (shape.allOf) return Object.assign({}, ...shape.allOf.map((one) => inner(one)));
  switch (shape.type) {
    case 'object': {
      const [key] = shape.propertyNames?.enum ?? [];
      if (typeof key === 'string' && typeof shape.additionalProperties === 'object')
        return { [key]: inner(shape.additionalProperties, key) };
      return Object.fromEntries(Object.entries(shape.properties ?? {}).map(([key, one]) => [key, inner(one, key)]));
    }
    case 'array':
      return (
        shape.prefixItems?.map((one) => inner(one)) ??
        Array.from({ length: Math.max(1, shape.minItems ?? 1) }, () => inner(shape.items ?? {}))
      );
    case 'integer':
    case 'number':
      return Math.max(1, shape.minimum ?? 1);
    case 'boolean':
      return true;
    case 'string':
      return text(shape, name);
    default:
      return null;
  }
}

function text({ format, minLength }: Shape, name: string): string {
  switch (format) {
    case 'uuid':
      return v7();
    case 'email':
      return 'crossing@example.org';
    case 'date':
      return name === 'endsOn' ? '2031-07-06' : '2031-07-04';
    case 'uri':
      return 'https://example.org/';
    case 'date-time':
      return '2031-07-04T12:00:00.000Z';
    default:
      if (name === 'slug') return `crossing-${v7()}`;
      return name === 'email' ? 'crossing@example.org' : 'x'.repeat(Math.max(3, minLength ?? 0));
  }
}
