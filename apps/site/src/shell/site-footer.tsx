import type { Language } from '@festivals/messages';
import { getTranslations } from 'next-intl/server';
import type { Details } from '@festivals/domain/festival/details-contract';
import { env } from '../env.ts';
import { FestivalFooter } from './festival-footer.tsx';
import { LanguageLinks } from './language-links.tsx';
import { Mark } from './mark.tsx';
import { inLanguage, paths } from './paths.ts';

interface Props {
  language: Language;
  path: string;
  /** On a festival's own pages: what it says of itself at the foot. */
  festival?: { name: string; slug: string; languages: readonly Language[] };
  details?: Details;
}

/** The end of every page: whom to ask, where it comes from, and the same page in other languages. */
export async function SiteFooter({ language, path, festival, details }: Props) {
  const t = await getTranslations({ locale: language, namespace: 'site.shell' });
  return (
    <footer className="unprinted border-t border-line bg-sunken">
      {festival && details && <FestivalFooter language={language} festival={festival} details={details} />}
      <div className="column flex flex-wrap items-center gap-x-8 gap-y-4 py-10 text-sm text-ink-soft">
        <a
          href={inLanguage(language, paths.home())}
          className="inline-flex items-center gap-2 font-display text-base font-extrabold text-ink"
        >
          <Mark className="size-6" />
          {t('name')}
        </a>
        <p className="max-w-prose flex-1 basis-64">{promise(t)}</p>
        <LanguageLinks
          current={language}
          path={path}
          look={{
            list: 'flex flex-wrap gap-x-4 gap-y-1',
            link: 'inline-block py-1.5 underline-offset-4 hover:underline aria-[current]:font-semibold aria-[current]:text-ink',
          }}
        />
      </div>
    </footer>
  );
}

/** What holds for whoever reads. Where the operator configured a map's ground or a provider's form, that is said, and by whom it is. */
function promise(t: Awaited<ReturnType<typeof getTranslations<'site.shell'>>>): string {
  const hosts = [...new Set(env.mapOrigins.map((origin) => new URL(origin).host))];
  const others = [
    hosts.length > 0 && t('map_from', { hosts: hosts.join(', ') }),
    env.paymentOrigins.length > 0 && t('pays_elsewhere'),
  ].filter((one) => one !== false);
  return others.length === 0 ? t('promise') : [t('promise_with_others'), ...others].join(' ');
}
