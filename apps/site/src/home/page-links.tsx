import type { Language } from '@festivals/messages';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { inLanguage, paths } from '../shell/paths.ts';
import type { Wish } from './find-festivals.ts';

interface Props {
  language: Language;
  wish: Wish;
  page: number;
  pages: number;
}

const step =
  'inline-flex min-h-12 items-center gap-2 rounded-button border border-edge bg-surface px-5 font-semibold hover:bg-hover';

/** The way to the festivals before and after, wherever there are more than one page of them. */
export async function PageLinks({ language, wish, page, pages }: Props) {
  if (pages === 1) return null;
  const t = await getTranslations({ locale: language, namespace: 'site.home' });
  const to = (wanted: number) => {
    const asked = Object.entries(wish).filter(([, value]) => value !== '');
    return `${inLanguage(language, paths.festivals())}?${new URLSearchParams([...asked, ['page', String(wanted)]])}`;
  };
  return (
    <nav aria-label={t('pages')} className="mt-10 grid grid-cols-2 items-center gap-4 sm:grid-cols-[1fr_auto_1fr]">
      {page > 1 ? (
        <a rel="prev" href={to(page - 1)} className={`${step} justify-self-start`}>
          <ChevronLeft aria-hidden="true" className="size-5 rtl:rotate-180" />
          {t('previous')}
        </a>
      ) : (
        <span />
      )}
      <span className="order-last col-span-2 text-center text-ink-soft tabular-nums sm:order-none sm:col-span-1">
        {t('page', { page, pages })}
      </span>
      {page < pages ? (
        <a rel="next" href={to(page + 1)} className={`${step} justify-self-end`}>
          {t('next')}
          <ChevronRight aria-hidden="true" className="size-5 rtl:rotate-180" />
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
