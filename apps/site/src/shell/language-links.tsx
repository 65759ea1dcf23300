'use client';

import { languageNames, languages, type Language } from '@festivals/messages';
import type { MouseEvent } from 'react';
import { inLanguage } from './paths.ts';
import { languageCookie } from '../i18n/language-cookie.ts';

interface Look {
  list: string;
  link: string;
}

const menu: Look = {
  list: 'grid gap-0.5',
  link: 'block rounded-lg px-4 py-2.5 text-ink hover:bg-hover aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent-text',
};

/** The same page in every language. Plain links; where there is script, the whole address comes along and the choice is kept. */
export function LanguageLinks({ current, path, look = menu }: { current: Language; path: string; look?: Look }) {
  const choose = (event: MouseEvent<HTMLAnchorElement>, language: Language) => {
    document.cookie = `${languageCookie}=${language}; path=/; max-age=31536000; samesite=lax`;
    event.currentTarget.href = location.pathname.replace(/^\/[^/]+/, `/${language}`) + location.search + location.hash;
  };
  return (
    <ul className={look.list}>
      {languages.map((language) => (
        <li key={language}>
          <a
            href={inLanguage(language, path)}
            hrefLang={language}
            lang={language}
            aria-current={language === current ? 'true' : undefined}
            onClick={(event) => choose(event, language)}
            className={look.link}
          >
            {languageNames[language]}
          </a>
        </li>
      ))}
    </ul>
  );
}
