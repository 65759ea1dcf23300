import type { OfficeMessages } from '@festivals/messages/office';
import { loadMessages } from '@festivals/messages/load-messages';
import { localeOf, type Language, type Locale } from '@festivals/messages';
import { startTransition, useEffect, useState, type ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import { formats } from './formats.ts';
import { useLanguage } from './language.ts';
import { speakValidation } from './validation.ts';

type Spoken = { language: Language; office: OfficeMessages };

declare module 'use-intl' {
  interface AppConfig {
    Messages: { office: OfficeMessages };
    Locale: Locale;
    Formats: typeof formats;
  }
}

/** Fetches the language's texts and gives them to everything below; the old language stays until the new one is there. */
export function Speaking({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const [spoken, setSpoken] = useState<Spoken | null>(null);

  useEffect(() => {
    let wanted = true;
    void loadMessages(language, ['office']).then(({ office }) => {
      if (!wanted) return;
      speakValidation(office.validation);
      document.documentElement.lang = language;
      startTransition(() => setSpoken({ language, office }));
    });
    return () => {
      wanted = false;
    };
  }, [language]);

  if (spoken === null) return null;
  return (
    <IntlProvider
      locale={localeOf(spoken.language)}
      messages={{ office: spoken.office }}
      formats={formats}
      timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
    >
      {children}
    </IntlProvider>
  );
}
