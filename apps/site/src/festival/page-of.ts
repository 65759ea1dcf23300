import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { languageOf } from '../shell/language-of.ts';
import { loadFestival } from './load-festival.ts';
import type { Seen } from './seen.ts';

type Named = Promise<{ locale: string; slug: string }>;

/** Whose page an address names, and in which language; "not found" where no such festival is shown. */
export async function pageOf(params: Named): Promise<Seen> {
  return (await seenOf(params)) ?? notFound();
}

/** What the head of such a page says; nothing where there is no such festival. */
export async function headOf(params: Named, say: (seen: Seen) => Promise<Metadata>): Promise<Metadata> {
  const seen = await seenOf(params);
  return seen ? say(seen) : {};
}

async function seenOf(params: Named): Promise<Seen | null> {
  const { locale, slug } = await params;
  const festival = await loadFestival(slug);
  return festival && { festival, language: languageOf(locale) };
}
