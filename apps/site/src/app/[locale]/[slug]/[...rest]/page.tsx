import { notFound } from 'next/navigation';
import { languageOf } from '../../../../shell/language-of.ts';

/** Any address below a festival that is no page, so that it fails in the festival's own look and the reader's language. */
export default async function NowhereHere({ params }: { params: Promise<{ locale: string }> }) {
  languageOf((await params).locale);
  notFound();
}
