import type { Language } from '@festivals/messages';
import type { SiteMessages } from '@festivals/messages/site';
import { loadMessages } from '@festivals/messages/load-messages';

/** The few messages that a page's own script needs, so that no page carries the others. */
export async function clientMessages<P extends keyof SiteMessages>(language: Language, parts: readonly P[]) {
  const { site } = await loadMessages(language, ['site']);
  return { site: Object.fromEntries(parts.map((part) => [part, site[part]])) };
}
