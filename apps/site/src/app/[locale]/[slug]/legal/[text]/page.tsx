import { Legal } from '@festivals/domain/festival/details';
import { standardText } from '@festivals/domain/festival/legal/standard-text';
import { localeOf } from '@festivals/messages';
import { Prose } from '@festivals/ui/prose';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { FestivalFrame } from '../../../../../festival/festival-frame.tsx';
import { loadDetails, loadFestival } from '../../../../../festival/load-festival.ts';
import { writtenText } from '../../../../../festival/written-text.ts';
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

/** One of the festival's legal texts: as its organiser wrote it, or the standard one that holds until then. */
export default async function LegalPage({ params }: Props) {
  const { locale, slug, text } = await params;
  const language = languageOf(locale);
  const festival = await loadFestival(slug);
  const named = Text.safeParse(text);
  if (!festival || !named.success) notFound();
  const details = await loadDetails(festival);
  const { content: contact } = details.contact;
  const own = writtenText(details.legal.content[named.data], language, festival.languages);
  const written = own ?? standardText(named.data, language, { festival: festival.name, contact });
  if (written === null) notFound();
  const t = await getTranslations({ locale: language, namespace: 'site.legal' });
  return (
    <FestivalFrame
      festival={festival}
      language={language}
      details={details}
      path={paths.legal(slug, named.data)}
      title={t(named.data)}
    >
      {written.language !== language && (
        <p className="mb-8 max-w-[68ch] rounded-2xl bg-info-soft p-4 text-info-text">
          {t('in_language', {
            language: new Intl.DisplayNames(localeOf(language), { type: 'language' }).of(written.language) ?? '',
          })}
        </p>
      )}
      <div lang={written.language}>
        <Prose text={written.text} className="max-w-[68ch] text-lg text-ink-soft" />
      </div>
      {contact.organisation !== '' && (
        <p className="mt-12 max-w-[68ch] border-t border-line pt-4 text-ink-soft">
          {t('by', { organisation: contact.organisation })}
        </p>
      )}
    </FestivalFrame>
  );
}
