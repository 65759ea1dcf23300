/** Tells the browser and its screen reader which language the page now speaks. */
export function announceLanguage(language: string): void {
  document.documentElement.lang = language;
}
