import { FestivalId } from '@festivals/domain/primitives';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { env } from '../../../../env.ts';
import { FestivalHome } from '../../../../festival/festival-home.tsx';
import { loadPreview } from '../../../../festival/load-preview.ts';
import { PreviewStage } from '../../../../festival/preview-stage.tsx';
import { languageOf } from '../../../../shell/language-of.ts';

interface Props {
  params: Promise<{ locale: string; festivalId: string }>;
  searchParams: Promise<{ token?: string | string[] }>;
}

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { robots: { index: false, follow: false } };

/** A festival's first page as it would be, shown in the office's frame and nowhere else. */
export default async function PreviewPage({ params, searchParams }: Props) {
  const { locale, festivalId } = await params;
  const { token } = await searchParams;
  const id = FestivalId.safeParse(festivalId);
  const office = env.officeUrl;
  if (!id.success || typeof token !== 'string' || office === null) notFound();
  const shown = await loadPreview(id.data, token);
  if (shown === null) notFound();
  return (
    <PreviewStage office={new URL(office).origin} theme={shown.festival.theme}>
      <FestivalHome {...shown} language={languageOf(locale)} />
    </PreviewStage>
  );
}
