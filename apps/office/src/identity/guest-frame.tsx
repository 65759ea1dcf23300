import { isLanguage, languageNames, languages } from '@festivals/messages';
import { Artwork } from '@festivals/ui/artwork';
import { LivingArtwork } from '@festivals/ui/living-artwork';
import { Select } from '@festivals/ui/select';
import { Outlet } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { speakLanguage, useLanguage } from '../i18n/language.ts';
import { Brand } from '../shell/brand.tsx';

/** The door: what it opens onto on one side, the form on the other. */
export function GuestFrame() {
  const t = useTranslations('office.guest');
  const language = useLanguage();
  return (
    <div className="grid min-h-dvh bg-surface lg:grid-cols-[minmax(26rem,36rem)_1fr]">
      <div className="flex flex-col px-5 py-5 sm:px-10">
        <header className="flex items-center justify-between gap-3">
          <span className="flex items-center gap-2.5 text-sm font-semibold text-ink">
            <Brand />
            Festivals
          </span>
          <Select
            className="w-32"
            aria-label={t('language')}
            value={language}
            onChange={({ target }) => isLanguage(target.value) && speakLanguage(target.value)}
          >
            {languages.map((one) => (
              <option key={one} value={one} lang={one}>
                {languageNames[one]}
              </option>
            ))}
          </Select>
        </header>
        <main className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center py-12">
          <Outlet />
        </main>
        <p className="text-xs text-ink-faint">{t('foot')}</p>
      </div>
      <LivingArtwork className="relative hidden overflow-hidden lg:block">
        <Artwork seed={2026} palette="sunset" className="absolute -inset-4" />
        <p className="absolute inset-x-0 top-[9%] px-12 text-center text-4xl font-semibold tracking-tight text-balance text-white drop-shadow-lg xl:text-5xl">
          {t('promise')}
        </p>
      </LivingArtwork>
    </div>
  );
}
