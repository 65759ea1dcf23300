interface Policy {
  /** What may run beside our own files: hashes of the page's inline scripts. */
  scripts: readonly string[];
  /** Who may show the page in a frame; nobody by default. */
  frameAncestors?: string;
  /** Further origins of the map's ground, where an operator configured one. */
  mapOrigins?: readonly string[];
  development?: boolean;
}

/** What a page may do: run what it was made with, and ask nobody but us. */
export function contentPolicy({ scripts, frameAncestors = "'none'", mapOrigins = [], development }: Policy): string {
  const further = mapOrigins.length === 0 ? '' : ` ${mapOrigins.join(' ')}`;
  const policy = {
    'default-src': "'none'",
    // The development server writes scripts anew with every change, and evaluates them.
    'script-src': ["'self'", ...(development ? ["'unsafe-inline'", "'unsafe-eval'"] : scripts)].join(' '),
    // The artwork's own style sheet, and the colours of a festival's theme on an element.
    'style-src': "'self' 'unsafe-inline'",
    'img-src': `'self' data: blob:${further}`,
    'media-src': "'self'",
    'font-src': "'self'",
    'connect-src': `'self'${development ? ' ws:' : ''}${further}`,
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
