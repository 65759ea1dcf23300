import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ContactBlock } from '../../../../festival/contact-block.tsx';
import { FestivalFrame } from '../../../../festival/festival-frame.tsx';
import { loadDetails, loadFestival } from '../../../../festival/load-festival.ts';
import { PolicyList } from '../../../../festival/policy-list.tsx';
import { QuestionList } from '../../../../festival/question-list.tsx';
import { WhenAndWhere } from '../../../../festival/when-and-where.tsx';
import { alternates } from '../../../../shell/alternates.ts';
import { languageOf } from '../../../../shell/language-of.ts';
import { paths } from '../../../../shell/paths.ts';

interface Props {
  params: Promise<{ locale: string; slug: string }>;
}

export const revalidate = 10;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const language = languageOf(locale);
  const festival = await loadFestival(slug);
  if (!festival) return {};
  const t = await getTranslations({ locale: language, namespace: 'site.practical' });
  return {
    title: { absolute: t('meta_title', { name: festival.name }) },
    alternates: alternates(language, paths.practical(slug)),
  };
}

/** All that one wants to know before one leaves home. */
export default async function PracticalPage({ params }: Props) {
  const { locale, slug } = await params;
  const language = languageOf(locale);
  const festival = await loadFestival(slug);
  if (!festival) notFound();
  const t = await getTranslations({ locale: language, namespace: 'site.practical' });
  const details = await loadDetails(festival);
  const seen = { festival, language };
  return (
    <FestivalFrame {...seen} details={details} path={paths.practical(slug)} title={t('title')}>
      <WhenAndWhere {...seen} />
      <QuestionList {...seen} questions={details.faq.content} />
      <PolicyList {...seen} policies={details.policies.content} />
      <ContactBlock {...seen} contact={details.contact.content} />
    </FestivalFrame>
  );
}
