import { Legal } from '@festivals/domain/festival/details';
import type { Details } from '@festivals/domain/festival/details-contract';
import { hasStandardText } from '@festivals/domain/festival/legal/standard-text';
import { networkOf } from '@festivals/domain/festival/social';
import { localised, type Language } from '@festivals/messages';
import { getTranslations } from 'next-intl/server';
import { inLanguage, paths } from './paths.ts';

interface Props {
  language: Language;
  festival: { name: string; slug: string; languages: readonly Language[] };
  details: Details;
}

const link = 'inline-block py-1.5 underline-offset-4 hover:underline';

/** The festival's own part of the foot: whom to ask, what was agreed, where else it is. */
export async function FestivalFooter({ language, festival, details }: Props) {
  const t = await getTranslations({ locale: language, namespace: 'site.footer' });
  const legal = await getTranslations({ locale: language, namespace: 'site.legal' });
  const { contact, social, legal: texts } = details;
  const to = (path: string) => inLanguage(language, path);
  const written = Legal.keyof().options.filter(
    (text) => hasStandardText(text) || localised(texts.content[text], language, festival.languages) !== '',
  );
  return (
    <div className="column grid gap-8 border-b border-line py-10 text-base text-ink-soft *:min-w-0 sm:grid-cols-3">
      <div>
        <p className="font-display text-lg font-bold text-ink">{festival.name}</p>
        {contact.content.organisation !== '' && <p className="mt-1">{contact.content.organisation}</p>}
        {contact.content.email !== null && (
          <a href={`mailto:${contact.content.email}`} className={`${link} wrap-anywhere`}>
            {contact.content.email}
          </a>
        )}
      </div>
      <nav aria-label={t('about')}>
        <ul>
          <li>
            <a href={to(paths.practical(festival.slug))} className={link}>
              {t('practical')}
            </a>
          </li>
          <li>
            <a href={to(paths.news(festival.slug))} className={link}>
              {t('news')}
            </a>
          </li>
          {written.map((text) => (
            <li key={text}>
              <a href={to(paths.legal(festival.slug, text))} className={link}>
                {legal(text)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {social.content.length > 0 && (
        <nav aria-label={t('elsewhere')}>
          <ul>
            {social.content.map((address) => {
              const network = networkOf(address);
              return network === null ? null : (
                <li key={address}>
                  <a href={address} rel="noopener noreferrer me" className={link}>
                    {t(`network.${network}`)}
                  </a>
                </li>
              );
            })}
          </ul>
        </nav>
      )}
    </div>
  );
}
