import { timetableAt, timetableMetadata } from '../../../../programme/timetable-at.tsx';

interface Props {
  params: Promise<{ locale: string; slug: string }>;
}

export const revalidate = 10;
export const generateStaticParams = () => [];

export const generateMetadata = async ({ params }: Props) => timetableMetadata(await params);

/** The day that it is, or the first. */
export default async function Page({ params }: Props) {
  return timetableAt(await params);
}
