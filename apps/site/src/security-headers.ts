/**
 * What a page of ours may do. Static pages carry Next's inline scripts, whose text differs from page to page: until their hashes
 * are known when a page is made, inline scripts stay allowed; everything from elsewhere is refused.
 */
export function securityHeaders(
  development: boolean,
  /** Who may show the page in a frame; nobody by default. */
  frameAncestors = "'none'",
): Array<{ key: string; value: string }> {
  const policy = {
    'default-src': "'none'",
    'script-src': `'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ''}`,
    // The artwork's own style sheet, and the colours of a festival's theme on an element.
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': `'self'${development ? ' ws:' : ''}`,
    // The map's own helper; MapLibre wraps it where a browser needs that.
    'worker-src': "'self' blob:",
    'manifest-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': frameAncestors,
  };
  return [
    {
      key: 'Content-Security-Policy',
      value: Object.entries(policy)
        .map((entry) => entry.join(' '))
        .join('; '),
    },
    { key: 'X-Content-Type-Options', value: 'nosniff' },
    // An order's address may carry its secret.
    { key: 'Referrer-Policy', value: 'same-origin' },
    { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(self), payment=()' },
    { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  ];
}
