import { GuideTopic } from '@festivals/domain/festival/details';
import { localised } from '@festivals/messages';
import { getTranslations } from 'next-intl/server';
import { ContactBlock } from '../../../../festival/contact-block.tsx';
import { FestivalFrame } from '../../../../festival/festival-frame.tsx';
import { GuideChapters, idOfTopic } from '../../../../festival/guide-chapters.tsx';
import { loadDetails } from '../../../../festival/load-festival.ts';
import { headOf, pageOf } from '../../../../festival/page-of.ts';
import { PolicyList } from '../../../../festival/policy-list.tsx';
import { PracticalContents } from '../../../../festival/practical-contents.tsx';
import { QuestionList } from '../../../../festival/question-list.tsx';
import { WhenAndWhere } from '../../../../festival/when-and-where.tsx';
import { WayHere } from '../../../../ground/way-here.tsx';
import { alternates } from '../../../../shell/alternates.ts';
import { paths } from '../../../../shell/paths.ts';

interface Props {
  params: Promise<{ locale: string; slug: string }>;
}

export const revalidate = 10;
export const generateStaticParams = () => [];

export const generateMetadata = ({ params }: Props) =>
  headOf(params, async ({ festival, language }) => {
    const t = await getTranslations({ locale: language, namespace: 'site.practical' });
    return {
      title: { absolute: t('meta_title', { name: festival.name }) },
      description: t('meta_description', { name: festival.name }),
      alternates: alternates(language, paths.practical(festival.slug)),
    };
  });

/** All that one wants to know before one leaves home. */
export default async function PracticalPage({ params }: Props) {
  const { festival, language } = await pageOf(params);
  const t = await getTranslations({ locale: language, namespace: 'site.practical' });
  const details = await loadDetails(festival);
  const seen = { festival, language };
  const { faq, policies, travel, guide, contact } = details;
  const says = (texts: Parameters<typeof localised>[0]) => localised(texts, language, festival.languages) !== '';
  const topics = GuideTopic.options.filter((topic) => says(guide.content[topic] ?? {}));
  const way = await getTranslations({ locale: language, namespace: 'site.way' });
  const { organisation, email, phone, website } = contact.content;
  const entries = [
    { id: 'way', name: way('title'), shown: true },
    ...topics.map((topic) => ({ id: idOfTopic(topic), name: t(`guide.${topic}`), shown: true })),
    {
      id: 'questions',
      name: t('questions'),
      shown: faq.content.some(({ question, answer }) => says(question) && says(answer)),
    },
    { id: 'rules', name: t('rules'), shown: Object.values(policies.content).some((text) => text && says(text)) },
    { id: 'contact', name: t('contact'), shown: organisation !== '' || (email ?? phone ?? website) !== null },
  ].filter(({ shown }) => shown);
  return (
    <FestivalFrame {...seen} details={details} path={paths.practical(festival.slug)} title={t('title')}>
      <PracticalContents label={t('contents')} entries={entries} />
      <WhenAndWhere level={2} {...seen} />
      <WayHere {...seen} travel={travel.content} />
      <GuideChapters {...seen} guide={guide.content} topics={topics} />
      <QuestionList {...seen} questions={faq.content} />
      <PolicyList {...seen} policies={policies.content} />
      <ContactBlock {...seen} contact={contact.content} />
    </FestivalFrame>
  );
}
