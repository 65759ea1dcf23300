import { site } from '@festivals/messages/site';
import type { Page } from 'playwright-core';
import type { Language } from '@festivals/messages';

/** What a page of the site still says in English though it is read in another language: nothing, one hopes. */
export async function leftInEnglish(page: Page, language: Exclude<Language, 'en'>): Promise<string[]> {
  const [english, own] = [patternsOf(site.en), patternsOf(site[language])];
  const said = await page.evaluate(textsOf);
  const isSaid = (text: string, patterns: RegExp[]) => patterns.some((pattern) => pattern.test(text));
  return said.filter((text) => isSaid(text, english) && !isSaid(text, own));
}

/** Every message of a tree as a pattern, what is filled in left open. */
function patternsOf(tree: unknown): RegExp[] {
  if (typeof tree === 'object' && tree !== null) return Object.values(tree).flatMap(patternsOf);
  const parts = String(tree)
    .split(/(?<open>\{)|(?<close>\})/)
    .filter((part) => part !== undefined && part !== '');
  let depth = 0;
  let pattern = '';
  for (const part of parts) {
    if (part === '{' && depth++ === 0) pattern += '.+';
    else if (part === '}') depth -= 1;
    else if (depth === 0) pattern += part.replaceAll(/[$()*+.?[\\\]^|]/g, '\\$&');
  }
  // What is hardly more than a gap would be found in everything.
  return pattern.replaceAll(/[^\p{Letter}]/gu, '').length < 4 ? [] : [new RegExp(`^${pattern}$`, 'u')];
}

/** All that a page says to eyes and ears in its own language, piece by piece. Runs in the page. */
function textsOf(): string[] {
  const language = document.documentElement.lang;
  const isOurs = (element: Element | null) =>
    element !== null &&
    element.closest('script, style, noscript') === null &&
    element.closest('[lang]')?.getAttribute('lang') === language;
  const texts = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (isOurs(node.parentElement)) texts.push(node.textContent ?? '');
  for (const name of ['aria-label', 'alt', 'placeholder', 'title'])
    for (const element of document.querySelectorAll(`[${name}]`))
      if (isOurs(element)) texts.push(element.getAttribute(name) ?? '');
  return [...new Set(texts.map((text) => text.trim()).filter(Boolean))];
}
