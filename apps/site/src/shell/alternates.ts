import { defaultLanguage, languages, type Language } from '@festivals/messages';
import type { Metadata } from 'next';
import { ownHosts } from '../engine/hosts.ts';
import { onOwnDomain } from './paths.ts';
import { siteOrigin } from './site-origin.ts';

/** The origin of a festival's own domain; null where it has none. */
export function ownOrigin(slug: string): string | null {
  const host = ownHosts().get(slug);
  return host === undefined ? null : `${new URL(siteOrigin()).protocol}//${host}`;
}

/** A page's one true address: on the festival's own domain where it has one, wherever it is read. */
export function absoluteAddress(language: Language, path: string): string {
  const origin = ownOrigin(path.split('/')[1] ?? '');
  return origin === null ? `${siteOrigin()}/${language}${path}` : origin + onOwnDomain(language, path);
}

/** Where the same page is found in every language. */
export function alternates(language: Language, path: string): Metadata['alternates'] {
  const byLanguage = Object.fromEntries(languages.map((one) => [one, absoluteAddress(one, path)]));
  return {
    canonical: absoluteAddress(language, path),
    languages: { ...byLanguage, 'x-default': absoluteAddress(defaultLanguage, path) },
  };
}
