interface Policy {
  /** What may run beside our own files: hashes of the page's inline scripts. */
  scripts: readonly string[];
  /** Who may show the page in a frame; nobody by default. */
  frameAncestors?: string;
  /** Further origins of the map's ground, where an operator configured one. */
  mapOrigins?: readonly string[];
  /** Where the form to pay with comes from: on the pages that pay, and nowhere else. */
  paymentOrigins?: readonly string[];
  development?: boolean;
}

/** What a page may do: run what it was made with, and ask nobody but us. */
export function contentPolicy({
  scripts,
  frameAncestors = "'none'",
  mapOrigins = [],
  paymentOrigins = [],
  development,
}: Policy): string {
  const paying = paymentOrigins.length === 0 ? '' : ` ${paymentOrigins.join(' ')}`;
  const further = mapOrigins.length === 0 ? '' : ` ${mapOrigins.join(' ')}`;
  const policy = {
    'default-src': "'none'",
    // The development server writes scripts anew with every change, and evaluates them.
    'script-src': ["'self'", ...paymentOrigins, ...(development ? ["'unsafe-inline'", "'unsafe-eval'"] : scripts)].join(
      ' ',
    ),
    // The artwork's own style sheet, and the colours of a festival's theme on an element.
    'style-src': "'self' 'unsafe-inline'",
    'img-src': `'self' data: blob:${further}`,
    'media-src': "'self'",
    'font-src': "'self'",
    'connect-src': `'self'${development ? ' ws:' : ''}${further}${paying}`,
    // The form lies in a frame of the provider's own, which is why no card is ever seen by us.
    ...(paying !== '' && { 'frame-src': paymentOrigins.join(' ') }),
    'worker-src': "'self' blob:",
    'manifest-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': frameAncestors,
  };
  return Object.entries(policy)
    .map((entry) => entry.join(' '))
    .join('; ');
}

/** What holds for everything that the site answers. */
export const plainHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  // An order's address may carry its secret.
  'referrer-policy': 'same-origin',
  // The map shows where one stands, when asked to.
  'permissions-policy': 'camera=(), microphone=(), geolocation=(self), payment=()',
  'cross-origin-opener-policy': 'same-origin',
};

/** A page on which an order is paid: the shop and the order itself. */
export const isPaymentPage = (path: string): boolean =>
  /^\/[\w-]+\/(?!account\/)[^/]+\/(?:tickets|orders)(?:\/|$)/.test(path);

/**
 * To whoever came by TLS, as the proxy before us says: from now on always so. Not for what lies below the host: a festival's own domain
 * is not ours to decide about.
 */
export const always = (scheme: string | string[] | undefined): Record<string, string> =>
  [scheme].flat().at(0)?.split(',')[0]?.trim() === 'https' ? { 'strict-transport-security': 'max-age=31536000' } : {};
