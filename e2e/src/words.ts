import { localeOf, type Language } from '@festivals/messages';
import { errors } from '@festivals/messages/errors';
import { mobile } from '@festivals/messages/mobile';
import { office } from '@festivals/messages/office';
import { isPseudoLanguage, mirroredTree } from '@festivals/messages/pseudo-language';
import { site } from '@festivals/messages/site';
import { createTranslator } from 'use-intl/core';

/** What the faces say, from their own source: a test finds a button by its name, and a new wording changes no test. */
export const wordsIn = (language: Language) => {
  const said = isPseudoLanguage(language) ? 'en' : language;
  const messages = { errors: errors[said], mobile: mobile[said], office: office[said], site: site[said] };
  return createTranslator({
    locale: localeOf(language),
    messages: said === language ? messages : mirroredTree(messages),
  });
};

/** What the faces say in English, the language of every journey. */
export const say = wordsIn('en');
