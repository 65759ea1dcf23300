import { z } from 'zod';
import { readPaymentKeys, type PaymentKeys } from './payment-keys.ts';
import { readProviders, type ProviderSettings } from './sign-in-providers.ts';

const Url = z.url().transform((url) => url.replace(/\/$/, ''));
/** Ends up as key material: short secrets are refused. */
const Secret = z.string().min(32);

const Env = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  API_PORT: z.coerce.number().int().min(0).max(65_535).default(3333),
  DATABASE_URL: z.string(),
  /** Used instead of DATABASE_URL with `role=festivals_api` where a pooler forbids the latter. */
  DATABASE_API_URL: z.string().optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(64).default(8),
  /** How long anybody waits for a connection or for the answer to one statement; then it is said that the service is not available. */
  DATABASE_PATIENCE_SECONDS: z.coerce.number().positive().max(600).default(30),
  /** Signs access tokens and order links. */
  JWT_SECRET: Secret,
  /** Seals the private halves of the festivals' keys. */
  SEALING_SECRET: Secret,
  /** What the site proves itself with, to be told of changes; without it nobody is. */
  SITE_SECRET: Secret.optional(),
  SITE_URL: Url.default('http://localhost:3000'),
  OFFICE_URL: Url.default('http://localhost:4200'),
  APP_URL: Url.default('http://localhost:8081'),
  /** Each festival is found at its own name below this domain, where one is given. */
  SITE_BASE_DOMAIN: z.string().toLowerCase().optional(),
  /** Name servers that are asked whose a domain is, by number; the machine's own when left out. */
  DNS_SERVERS: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter(Boolean)),
  /** Further origins that may call the API from a browser, separated by commas. */
  CORS_ORIGINS: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter(Boolean)),
  /** Proxies whose X-Forwarded-* headers are believed; a list of addresses or `loopback`. */
  TRUST_PROXY: z.string().default('loopback'),
  /** Where there are several API processes: they count rate limits together in it, and tell each other by it who looks at which screen. */
  REDIS_URL: z.url().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('Festivals <tickets@festivals.example>'),
  /** A Nominatim that looks addresses up, without its `/search`; unset, addresses are typed in by hand. */
  NOMINATIM_URL: z
    .string()
    .optional()
    .transform((url) => url || undefined)
    .pipe(Url.optional()),
  /** Where this process keeps files (mailbox of development, uploads). */
  FESTIVALS_DATA: z.string().default('.data'),
  /** A MapLibre style that maps lie on; without it they draw their own ground and ask nobody. */
  MAP_STYLE_URL: z.url({ protocol: /^https$/ }).optional(),
  /** A bucket for pictures, instead of a folder: anything that speaks S3. Left out, the keys come from where the AWS SDK looks. */
  S3_BUCKET: z.string().optional(),
  S3_ENDPOINT: Url.optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** The bucket stands in the path rather than in the host's name, as most servers but Amazon's want it. */
  S3_PATH_STYLE: z.stringbool().default(true),
  /** What the pictures of one festival may take up. */
  MEDIA_FESTIVAL_BYTES: z.coerce.number().int().positive().default(2_000_000_000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Multiplies every rate limit. */
  RATE_LIMIT_FACTOR: z.coerce.number().positive().default(1),
  /** How long a sign-in provider may take for one answer, in seconds. */
  SIGN_IN_TIMEOUT: z.coerce.number().positive().max(60).default(8),
  /** How long a payment provider may take for one answer, in seconds; it is asked three times at most. */
  PAYMENT_TIMEOUT: z.coerce.number().positive().max(60).default(8),
});

export type Env = z.infer<typeof Env> & {
  /** From `SIGN_IN_WITH` and the variables of each that it names. */
  signInProviders: readonly ProviderSettings[];
  /** Of the payment providers that the operator has accounts with. */
  paymentKeys: PaymentKeys;
};

/** Reads and checks the environment; the only place of the API that does. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const read = Env.safeParse(source);
  if (read.success)
    return { ...read.data, signInProviders: readProviders(source), paymentKeys: readPaymentKeys(source) };
  throw new Error(`The environment is not complete:\n${z.prettifyError(read.error)}`);
}
