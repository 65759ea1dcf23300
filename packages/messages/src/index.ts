export {
  acceptedLanguage,
  defaultLanguage,
  isLanguage,
  languageNames,
  languages,
  localised,
  speak,
  type Language,
} from './language.ts';
