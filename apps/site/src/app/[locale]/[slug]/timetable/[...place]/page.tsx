import { timetableAt, timetableMetadata } from '../../../../../programme/timetable-at.tsx';

interface Props {
  params: Promise<{ locale: string; slug: string; place: string[] }>;
}

export const revalidate = 10;
export const generateStaticParams = () => [];

export const generateMetadata = async ({ params }: Props) => timetableMetadata(await params);

/** A festival day, in one view or the one that fits. */
export default async function Page({ params }: Props) {
  return timetableAt(await params);
}
