import { notFound } from 'next/navigation';
import { languageOf } from '../../../shell/language-of.ts';

/** Any address that is no page, so that it fails in the reader's language. */
export default async function Nowhere({ params }: { params: Promise<{ locale: string }> }) {
  languageOf((await params).locale);
  notFound();
}
