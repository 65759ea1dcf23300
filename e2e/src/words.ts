import { localeOf, type Language } from '@festivals/messages';
import { errors } from '@festivals/messages/errors';
import { mobile } from '@festivals/messages/mobile';
import { office } from '@festivals/messages/office';
import { site } from '@festivals/messages/site';
import { createTranslator } from 'use-intl/core';

/** What the faces say, from their own source: a test finds a button by its name, and a new wording changes no test. */
export const wordsIn = (language: Language) =>
  createTranslator({
    locale: localeOf(language),
    messages: { errors: errors[language], mobile: mobile[language], office: office[language], site: site[language] },
  });

/** What the faces say in English, the language of every journey. */
export const say = wordsIn('en');
