/** Read at run time, never at build time: one build serves at any address. */
export const env = {
  /** Where the API listens, without its `/api`. */
  get apiUrl(): string {
    return process.env['API_URL'] ?? 'http://127.0.0.1:3333';
  },
  /** A MapLibre style that maps lie on; null where none is configured: then they draw their own ground. */
  get mapStyleUrl(): string | null {
    return process.env['MAP_STYLE_URL'] || null;
  },
  /** The back-office's origin, whose frame alone may show a preview; null when it was not told. */
  get officeUrl(): string | null {
    return process.env['OFFICE_URL'] ?? null;
  },
  /** Where the visitors' app is; null when it was not told. */
  get appUrl(): string | null {
    return process.env['APP_URL'] ?? null;
  },
  /** Our own public origin, for what has to be absolute; null when it was not told. */
  get siteUrl(): string | null {
    return process.env['SITE_URL'] ?? null;
  },
  /** Each festival is found at its own name below this domain, where one is given. */
  get baseDomain(): string | null {
    return process.env['SITE_BASE_DOMAIN']?.toLowerCase() || null;
  },
  /** Opens the line over which the API tells what changed; without it pages are some seconds old. */
  get siteSecret(): string | null {
    return process.env['SITE_SECRET'] || null;
  },
  /** Whether pages may be read in the pseudo-language, which shows what writing from the right does to them. */
  get pseudoLanguage(): boolean {
    return process.env['PSEUDO_LANGUAGE'] === 'on' || process.env.NODE_ENV === 'development';
  },
  /** How much memory pages that are made may take up. */
  get pageBytes(): number {
    return Number(process.env['SITE_PAGE_BYTES'] ?? 256_000_000);
  },
  /** Where the form to pay with comes from (docs.stripe.com/security/guide#content-security-policy), where the operator takes money by it. */
  get paymentOrigins(): string[] {
    if (!process.env['STRIPE_PUBLISHABLE_KEY']) return [];
    const script = process.env['STRIPE_JS_URL'];
    return script
      ? [new URL(script).origin]
      : ['https://js.stripe.com', 'https://*.js.stripe.com', 'https://hooks.stripe.com', 'https://api.stripe.com'];
  },
  /** Origins beside ours that the map's ground comes from: where its style is, and what that names. */
  get mapOrigins(): string[] {
    const style = env.mapStyleUrl === null ? [] : [new URL(env.mapStyleUrl).origin];
    return [...style, ...(process.env['MAP_ORIGINS'] ?? '').split(',').filter(Boolean)];
  },
};

/** Tells Next which of its two servers it is, before it is loaded. */
export function beNext(development: boolean): void {
  Object.assign(process.env, { NODE_ENV: development ? 'development' : 'production' });
}
