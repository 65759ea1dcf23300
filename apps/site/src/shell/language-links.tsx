import { languageNames, languages, type Language } from '@festivals/messages';
import { inLanguage } from './paths.ts';

interface Look {
  list: string;
  link: string;
}

const menu: Look = {
  list: 'grid gap-0.5',
  link: 'block rounded-lg px-4 py-2.5 text-ink hover:bg-hover aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent-text',
};

/** The same page in every language. Plain links; where there is script (`pageScript`), the whole address comes along and the choice is kept. */
export function LanguageLinks({ current, path, look = menu }: { current: Language; path: string; look?: Look }) {
  return (
    <ul className={look.list}>
      {languages.map((language) => (
        <li key={language}>
          <a
            href={inLanguage(language, path)}
            hrefLang={language}
            lang={language}
            data-language
            aria-current={language === current ? 'true' : undefined}
            className={look.link}
          >
            {languageNames[language]}
          </a>
        </li>
      ))}
    </ul>
  );
}
