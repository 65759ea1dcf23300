/** The networks that a festival may link to, each with the hosts that are its own. */
const hosts = {
  instagram: ['instagram.com'],
  facebook: ['facebook.com', 'fb.com', 'fb.me'],
  tiktok: ['tiktok.com'],
  youtube: ['youtube.com', 'youtu.be'],
  x: ['x.com', 'twitter.com'],
  threads: ['threads.net', 'threads.com'],
  bluesky: ['bsky.app'],
  spotify: ['open.spotify.com', 'spotify.com'],
  soundcloud: ['soundcloud.com'],
  deezer: ['deezer.com'],
  bandcamp: ['bandcamp.com'],
  linkedin: ['linkedin.com'],
  twitch: ['twitch.tv'],
} as const;

export type SocialNetwork = keyof typeof hosts;

/** All networks by name. */
// The keys of an object literal are its type's.
export const socialNetworks = Object.keys(hosts) as SocialNetwork[];

/** Whose page an address is; null for any other host, and for anything but plain HTTPS. */
export function networkOf(address: string): SocialNetwork | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.port !== '')
    return null;
  const isOf = (host: string) => url.hostname === host || url.hostname.endsWith(`.${host}`);
  return socialNetworks.find((network) => hosts[network].some(isOf)) ?? null;
}
