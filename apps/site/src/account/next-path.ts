import { returnPath } from '@festivals/domain/identity/sign-in-provider';

/** Where to go once signed in, as the address asks for it: a path of this site, or null. */
export const nextPath = (): string | null => returnPath(new URLSearchParams(location.search).get('next') ?? undefined);
