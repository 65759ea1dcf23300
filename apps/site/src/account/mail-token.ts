/** The one-time token of a mail's link, from the fragment: no server on the way, ours neither, sees it. */
export const mailToken = (): string => new URLSearchParams(location.hash.slice(1)).get('token') ?? '';
