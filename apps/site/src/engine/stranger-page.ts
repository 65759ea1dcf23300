import type { Language } from '@festivals/messages';
import { loadMessages } from '@festivals/messages/load-messages';
import { inLanguage, paths } from '../shell/paths.ts';
import { siteOrigin } from '../shell/site-origin.ts';
import { plainPage } from './failure-page.ts';
import type { MadePage } from './made-page.ts';

/** What is shown at a host that is nobody's (RFC 9110, 15.5.20: the request came to a server that does not speak for it). */
export async function strangerPage(language: Language): Promise<MadePage> {
  const { site } = await loadMessages(language, ['site']);
  const { title, text, home } = site.stranger;
  const to = siteOrigin() + inLanguage(language, paths.home());
  return plainPage(language, { status: 421, words: { title, text, action: home, to, name: site.shell.name } });
}
