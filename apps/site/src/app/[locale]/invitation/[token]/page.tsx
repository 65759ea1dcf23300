import type { Language } from '@festivals/messages';
import { getTranslations } from 'next-intl/server';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { FestivalFrame } from '../../../../festival/festival-frame.tsx';
import { loadDetails, loadFestival } from '../../../../festival/load-festival.ts';
import { InvitationAnswer } from '../../../../invitation/invitation-answer.tsx';
import { loadInvitation } from '../../../../invitation/invitation-client.ts';
import { languageOf } from '../../../../shell/language-of.ts';
import { inLanguage, paths } from '../../../../shell/paths.ts';
import { SiteFooter } from '../../../../shell/site-footer.tsx';
import { SiteHeader } from '../../../../shell/site-header.tsx';
import { PillLink } from '../../../../shell/pill-link.tsx';

interface Props {
  params: Promise<{ locale: string; token: string }>;
  searchParams: Promise<{ failed?: string | string[] }>;
}

// One guest's alone, and as it stands at this moment.
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: languageOf((await params).locale), namespace: 'site.invitation' });
  return { title: t('meta_title'), robots: { index: false, follow: false } };
}

/** What a guest's mail leads to: who invites, for how many, and the answer. Works without script. */
export default async function InvitationPage({ params, searchParams }: Props) {
  const { locale, token } = await params;
  const language = languageOf(locale);
  const t = await getTranslations({ locale: language, namespace: 'site.invitation' });
  const path = paths.invitation(token);
  const invitation = await loadInvitation(token, (await headers()).get('x-forwarded-for'));
  if (invitation === 'busy') {
    return (
      <Bare language={language} path={path} title={t('busy_title')} text={t('busy_text')}>
        {/* A link of its own rather than a reload: a reload might send an answer again. */}
        <PillLink tone="accent" href={inLanguage(language, path)}>
          {t('busy_again')}
        </PillLink>
      </Bare>
    );
  }
  const festival = invitation && (await loadFestival(invitation.festival.slug));
  if (!invitation || !festival) {
    return <Bare language={language} path={path} title={t('unknown_title')} text={t('unknown_text')} />;
  }
  const titles = {
    OPEN: t('title'),
    ACCEPTED: t('accepted_title'),
    DECLINED: t('declined_title'),
    EXPIRED: t('expired_title'),
  };
  return (
    <FestivalFrame
      festival={festival}
      language={language}
      details={await loadDetails(festival)}
      path={path}
      kicker={`${t('kicker')} · ${invitation.listName}`}
      title={titles[invitation.state]}
    >
      <InvitationAnswer
        festival={festival}
        invitation={invitation}
        language={language}
        token={token}
        failed={(await searchParams).failed}
      />
    </FestivalFrame>
  );
}

/** What is said where there is no invitation to show: why, and what to do about it. */
function Bare({
  language,
  path,
  title,
  text,
  children,
}: {
  language: Language;
  path: string;
  title: string;
  text: string;
  children?: ReactNode;
}) {
  return (
    <>
      <SiteHeader language={language} path={path} />
      <main id="content" className="column flex-1 space-y-6 py-16 sm:py-24">
        <h1 className="headline text-4xl sm:text-6xl">{title}</h1>
        <p className="max-w-prose text-lg text-ink-soft">{text}</p>
        {children}
      </main>
      <SiteFooter language={language} path={path} />
    </>
  );
}
