import { getTranslations } from 'next-intl/server';
import { loadDetails, loadLineUp } from '../../../../festival/load-festival.ts';
import { headOf, pageOf } from '../../../../festival/page-of.ts';
import { MyProgrammePage } from '../../../../programme/my-programme-page.tsx';
import { alternates } from '../../../../shell/alternates.ts';
import { paths } from '../../../../shell/paths.ts';

interface Props {
  params: Promise<{ locale: string; slug: string }>;
}

export const revalidate = 10;
export const generateStaticParams = () => [];

export const generateMetadata = ({ params }: Props) =>
  headOf(params, async ({ festival, language }) => {
    const t = await getTranslations({ locale: language, namespace: 'site.myProgramme' });
    return {
      title: { absolute: t('meta_title', { name: festival.name }) },
      alternates: alternates(language, paths.myProgramme(festival.slug)),
      robots: { index: false },
    };
  });

/** What somebody chose, by time. */
export default async function Page({ params }: Props) {
  const { festival, language } = await pageOf(params);
  const [lineUp, details] = await Promise.all([loadLineUp(festival), loadDetails(festival)]);
  return <MyProgrammePage festival={festival} language={language} details={details} lineUp={lineUp} />;
}
