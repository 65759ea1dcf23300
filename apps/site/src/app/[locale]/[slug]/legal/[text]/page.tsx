import { Legal } from '@festivals/domain/festival/details';
import { localised } from '@festivals/messages';
import { Prose } from '@festivals/ui/prose';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { FestivalFrame } from '../../../../../festival/festival-frame.tsx';
import { loadDetails, loadFestival } from '../../../../../festival/load-festival.ts';
import { alternates } from '../../../../../shell/alternates.ts';
import { languageOf } from '../../../../../shell/language-of.ts';
import { paths } from '../../../../../shell/paths.ts';

interface Props {
  params: Promise<{ locale: string; slug: string; text: string }>;
}

export const revalidate = 10;
export const generateStaticParams = () => [];

const Text = Legal.keyof();

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, text } = await params;
  const language = languageOf(locale);
  const festival = await loadFestival(slug);
  const named = Text.safeParse(text);
  if (!festival || !named.success) return {};
  const t = await getTranslations({ locale: language, namespace: 'site.legal' });
  return {
    title: { absolute: `${t(named.data)} · ${festival.name}` },
    alternates: alternates(language, paths.legal(slug, named.data)),
  };
}

/** One of the festival's legal texts, as its organiser wrote it. */
export default async function LegalPage({ params }: Props) {
  const { locale, slug, text } = await params;
  const language = languageOf(locale);
  const festival = await loadFestival(slug);
  const named = Text.safeParse(text);
  if (!festival || !named.success) notFound();
  const details = await loadDetails(festival);
  const written = localised(details.legal.content[named.data], language, festival.languages);
  if (written === '') notFound();
  const t = await getTranslations({ locale: language, namespace: 'site.legal' });
  const { organisation } = details.contact.content;
  return (
    <FestivalFrame
      festival={festival}
      language={language}
      details={details}
      path={paths.legal(slug, named.data)}
      title={t(named.data)}
    >
      <Prose text={written} className="max-w-[68ch] text-lg text-ink-soft" />
      {organisation !== '' && (
        <p className="mt-12 max-w-[68ch] border-t border-line pt-4 text-ink-soft">{t('by', { organisation })}</p>
      )}
    </FestivalFrame>
  );
}
