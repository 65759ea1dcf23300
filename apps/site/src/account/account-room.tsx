import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Language } from '@festivals/messages';
import { clientMessages } from '../shell/client-messages.ts';
import { inLanguage, paths } from '../shell/paths.ts';
import { SiteFooter } from '../shell/site-footer.tsx';
import { SiteHeader } from '../shell/site-header.tsx';
import { Member } from './member.tsx';

/** The rooms of the account, in the order in which they are named; the names are `site.rooms.*`. */
const rooms = [
  { name: 'tickets', path: paths.account() },
  { name: 'orders', path: paths.myOrders() },
  { name: 'profile', path: paths.profile() },
  { name: 'ways', path: paths.waysIn() },
  { name: 'data', path: paths.myData() },
] as const;

/** One room of the account, with the ways to the others. */
export async function AccountRoom({
  language,
  path,
  room = path,
  children,
}: {
  language: Language;
  path: string;
  /** The room of which it is a part, where it has an address of its own. */
  room?: string;
  children: ReactNode;
}) {
  const t = await getTranslations({ locale: language, namespace: 'site' });
  const isHere = (one: string) => (one !== room ? undefined : one === path ? 'page' : 'true');
  return (
    <>
      <SiteHeader language={language} path={path} />
      <main id="content" className="column flex-1 py-10 sm:py-16">
        <h1 className="headline text-4xl sm:text-6xl">{t('rooms.guest_title')}</h1>
        <nav aria-label={t('rooms.nav')} className="mt-6 border-b border-line">
          <ul className="-mx-3 -mb-px flex flex-wrap gap-x-1">
            {rooms.map((one) => (
              <li key={one.name}>
                <a
                  href={inLanguage(language, one.path)}
                  aria-current={isHere(one.path)}
                  className="inline-flex min-h-12 items-center border-b-3 border-transparent px-3 font-semibold text-ink-soft hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
                >
                  {t(`rooms.${one.name}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <NextIntlClientProvider
          locale={language}
          messages={await clientMessages(language, ['account', 'rooms', 'way', 'problem', 'order', 'ticket', 'asked'])}
        >
          <Member language={language}>{children}</Member>
        </NextIntlClientProvider>
        <noscript>
          <p className="mt-6 rounded-2xl bg-warning-soft p-5 text-warning-text">{t('account.no_script')}</p>
        </noscript>
      </main>
      <SiteFooter language={language} path={path} />
    </>
  );
}
