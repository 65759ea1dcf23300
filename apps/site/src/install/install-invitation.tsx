import { getTranslations } from 'next-intl/server';
import { env } from '../env.ts';
import type { Seen } from '../festival/seen.ts';
import { InstallButton } from './install-button.tsx';

/** The invitation to keep the festival on one's phone: a part of the page that waits, never something that pops up. */
export async function InstallInvitation({ festival, language }: Seen) {
  const t = await getTranslations({ locale: language, namespace: 'site.install' });
  return (
    <section aria-labelledby="install" className="unprinted border-t border-line bg-sunken">
      <div className="column flex flex-wrap items-center gap-6 py-12 sm:py-16">
        <img
          src={`/artwork/icon/${festival.slug}-192.png`}
          alt=""
          width={96}
          height={96}
          loading="lazy"
          className="size-20 rounded-2xl shadow-float sm:size-24"
        />
        <div className="min-w-0 flex-1 basis-72">
          <h2 id="install" className="headline text-2xl sm:text-3xl">
            {t('title', { festival: festival.name })}
          </h2>
          <p className="mt-2 max-w-2xl text-ink-soft">{t('text')}</p>
        </div>
        <div className="flex flex-wrap items-center gap-4">
          <InstallButton
            install={t('install')}
            installed={t('installed')}
            byHand={t('by_hand')}
            className="inline-flex h-14 cursor-pointer items-center rounded-button bg-accent px-7 text-lg font-bold text-on-accent transition-transform hover:scale-105"
          />
          {env.appUrl !== null && (
            <a
              href={env.appUrl}
              className="inline-flex min-h-11 items-center font-semibold text-accent-text underline underline-offset-4"
            >
              {t('app')}
            </a>
          )}
        </div>
      </div>
    </section>
  );
}
