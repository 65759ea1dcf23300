export {
  acceptedLanguage,
  defaultLanguage,
  isLanguage,
  languageNames,
  languages,
  localeOf,
  localised,
  speak,
  type Language,
  type Locale,
} from './language.ts';
export { directionOf } from './pseudo-language.ts';
