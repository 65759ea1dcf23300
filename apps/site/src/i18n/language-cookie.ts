/** Holds the language that the reader chose; tells nothing else of them. */
export const languageCookie = 'language';
