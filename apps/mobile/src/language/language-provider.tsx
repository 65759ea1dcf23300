import { isLanguage, speak, type Language } from '@festivals/messages';
import { common } from '@festivals/messages/common';
import { mobile } from '@festivals/messages/mobile';
import { getLocales } from 'expo-localization';
import { createContext, use, useCallback, useEffect, useState, type ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import { speakWithServer } from '../api/person-client.ts';
import { preferences } from '../shell/preferences';
import { announceLanguage } from './announce-language';

const LANGUAGE = 'language';
const Choice = createContext<(language: Language) => void>(() => {});

const ofDevice = (): Language => speak(getLocales().map((locale) => locale.languageTag));

function chosen(): Language {
  const kept = preferences.read(LANGUAGE);
  return kept && isLanguage(kept) ? kept : ofDevice();
}

/** Speaks the language chosen on this device, else the device's own. All six are aboard: a switch needs no network. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(chosen);
  useEffect(() => {
    speakWithServer(language);
    announceLanguage(language);
  }, [language]);
  const choose = useCallback((next: Language) => {
    preferences.write(LANGUAGE, next);
    setLanguage(next);
  }, []);
  return (
    <Choice value={choose}>
      <IntlProvider locale={language} messages={{ common: common[language], mobile: mobile[language] }}>
        {children}
      </IntlProvider>
    </Choice>
  );
}

/** Chooses the language of the app on this device. */
export const useChooseLanguage = () => use(Choice);
