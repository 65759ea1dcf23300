import { defaultLanguage, languages, type Language } from '@festivals/messages';
import type { Metadata } from 'next';
import { ownHosts } from '../engine/hosts.ts';
import { onOwnDomain } from './paths.ts';
import { siteOrigin } from './site-origin.ts';

/** A page's one true address: on the festival's own domain where it has one, wherever it is read. */
export function absoluteAddress(language: Language, path: string): string {
  const host = ownHosts().get(path.split('/')[1] ?? '');
  if (host === undefined) return `${siteOrigin()}/${language}${path}`;
  return `${new URL(siteOrigin()).protocol}//${host}${onOwnDomain(language, path)}`;
}

/** Where the same page is found in every language. */
export function alternates(language: Language, path: string): Metadata['alternates'] {
  const byLanguage = Object.fromEntries(languages.map((one) => [one, absoluteAddress(one, path)]));
  return {
    canonical: absoluteAddress(language, path),
    languages: { ...byLanguage, 'x-default': absoluteAddress(defaultLanguage, path) },
  };
}
