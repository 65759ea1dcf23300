import { z } from 'zod';

/** Where an artist is found. */
export const LinkKind = z.enum([
  'SITE',
  'SPOTIFY',
  'APPLE_MUSIC',
  'SOUNDCLOUD',
  'BANDCAMP',
  'YOUTUBE',
  'INSTAGRAM',
  'FACEBOOK',
  'TIKTOK',
  'X',
]);
export type LinkKind = z.infer<typeof LinkKind>;

const hosts: Partial<Record<LinkKind, readonly string[]>> = {
  SPOTIFY: ['spotify.com', 'spotify.link'],
  APPLE_MUSIC: ['music.apple.com', 'itunes.apple.com'],
  SOUNDCLOUD: ['soundcloud.com'],
  BANDCAMP: ['bandcamp.com'],
  YOUTUBE: ['youtube.com', 'youtu.be'],
  INSTAGRAM: ['instagram.com'],
  FACEBOOK: ['facebook.com', 'fb.com'],
  TIKTOK: ['tiktok.com'],
  X: ['x.com', 'twitter.com'],
};

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, '') : '');
const isAt = (host: string, site: string) => host === site || host.endsWith(`.${site}`);

/** Whether an address leads to the site that its kind promises; an artist's own site may be anywhere. */
export const belongsTo = ({ kind, url }: { kind: LinkKind; url: string }): boolean =>
  hosts[kind]?.some((site) => isAt(hostOf(url), site)) ?? true;

/** What kind an address is, by its host. */
export const kindOf = (url: string): LinkKind =>
  LinkKind.options.find((kind) => hosts[kind]?.some((site) => isAt(hostOf(url), site))) ?? 'SITE';
