/** Read at run time, never at build time: one build serves at any address. */
export const env = {
  /** Where the API listens, without its `/api`. */
  get apiUrl(): string {
    return process.env['API_URL'] ?? 'http://127.0.0.1:3333';
  },
  /** Whether this is Next's development server, whose pages need more than built ones. */
  get development(): boolean {
    return process.env.NODE_ENV === 'development';
  },
  /** A MapLibre style that maps lie on; null where none is configured: then they draw their own ground. */
  get mapStyleUrl(): string | null {
    return process.env['MAP_STYLE_URL'] || null;
  },
  /** The back-office's origin, whose frame alone may show a preview; null when it was not told. */
  get officeUrl(): string | null {
    return process.env['OFFICE_URL'] ?? null;
  },
  /** Our own public origin, for what has to be absolute; null when it was not told. */
  get siteUrl(): string | null {
    return process.env['SITE_URL'] ?? null;
  },
};
