import type { TokenRate } from '@festivals/domain/festival/tokens';
import type { Product, Stand } from '@festivals/domain/stands/contract';
import { localeOf, localised } from '@festivals/messages';
import { formatMoney } from '@festivals/ui/format-money';
import { MapPin } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { PictureOf } from '../festival/picture-of.tsx';
import type { Seen } from '../festival/seen.ts';
import { OpenNow } from '../ground/open-now.tsx';
import { sayHours } from '../ground/say-hours.ts';
import { said } from '../programme/said.ts';
import { inLanguage, paths } from '../shell/paths.ts';
import { tokenWords } from './say-tokens.ts';

/** A stand with its whole menu: what there is, what it costs, what is in it. */
export async function StandMenu({
  festival,
  language,
  stand,
  tokens,
  onMap,
}: Seen & { stand: Stand; tokens: TokenRate | null; onMap: boolean }) {
  const t = await getTranslations({ locale: language, namespace: 'site.eat' });
  const hours = sayHours(stand.hours, language);
  const sections = [
    { id: null, name: '' },
    ...stand.sections.map(({ id, name }) => ({ id, name: localised(name, language, festival.languages) })),
  ]
    .map((section) => ({ ...section, products: stand.products.filter(({ sectionId }) => sectionId === section.id) }))
    .filter(({ products }) => products.length > 0);
  return (
    <article
      id={`stand-${stand.id}`}
      data-stand={stand.id}
      aria-labelledby={`name-${stand.id}`}
      className="stand mb-5 scroll-mt-6 break-inside-avoid rounded-3xl border border-line bg-surface p-5 target:border-accent target:shadow-raised sm:p-6"
    >
      <h3 id={`name-${stand.id}`} className="headline text-2xl">
        {stand.name}
      </h3>
      <OpenNow hours={stand.hours} zone={festival.zone} language={language} />
      <div className="mt-1 flex flex-wrap items-center gap-x-4 text-ink-soft">
        {onMap && (
          <a
            href={`${inLanguage(language, paths.map(festival.slug))}?place=${stand.placeId}#place-${stand.placeId}`}
            className="inline-flex min-h-11 items-center gap-1.5 font-semibold text-accent-text underline underline-offset-4"
          >
            <MapPin aria-hidden="true" className="size-4.5" />
            {t('on_map')}
            <span className="sr-only">: {stand.name}</span>
          </a>
        )}
        {hours.length > 0 && (
          <details>
            <summary className="inline-flex min-h-11 items-center underline underline-offset-4">{t('hours')}</summary>
            <ul className="tabular pb-2 text-sm">
              {hours.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {sections.length === 0 && <p className="mt-3 text-ink-soft">{t('menu_follows')}</p>}
      {sections.map((section) => (
        <div key={section.id ?? ''} className="mt-4">
          {section.name !== '' && <h4 className="mb-2 font-display font-bold text-accent-text">{section.name}</h4>}
          <ul className="divide-y divide-line">
            {section.products.map((product) => (
              <Dish key={product.id} festival={festival} language={language} product={product} tokens={tokens} />
            ))}
          </ul>
        </div>
      ))}
    </article>
  );
}

async function Dish({ festival, language, product, tokens }: Seen & { product: Product; tokens: TokenRate | null }) {
  const t = await getTranslations({ locale: language, namespace: 'site.eat' });
  const inTokens = await tokenWords(language);
  const { name, price, deposit, picture, allergens } = product;
  const title = said(name, language, festival.languages);
  const money = (cents: number) => formatMoney(cents, festival.currency, localeOf(language));
  const list = new Intl.ListFormat(localeOf(language), { type: 'unit' });
  // What has nothing of an animal in it suits whoever eats no meat.
  const diets = new Set([...product.diets, ...(product.diets.includes('VEGAN') ? (['VEGETARIAN'] as const) : [])]);
  const named = product.diets.filter((diet) => diet !== 'VEGETARIAN' || !product.diets.includes('VEGAN'));
  return (
    <li
      data-diet={[...diets].join(' ')}
      data-allergen={allergens.join(' ')}
      className="dish flex items-center gap-4 py-2.5 print:break-inside-avoid"
    >
      {picture && (
        <PictureOf
          picture={picture}
          sizes="4rem"
          alt={localised(picture.alt, language, festival.languages)}
          className="size-16 shrink-0 rounded-xl object-cover"
        />
      )}
      <div className="min-w-0 flex-1">
        <p lang={title?.lang} className="font-semibold wrap-anywhere">
          {title?.text}
        </p>
        {named.length > 0 && (
          <p className="text-sm font-semibold text-success-text">
            {list.format(named.map((diet) => t(`diet.${diet}`)))}
          </p>
        )}
        {allergens.length > 0 && (
          <p className="text-sm text-ink-soft">
            {t('contains', { allergens: list.format(allergens.map((one) => t(`allergen.${one}`))) })}
          </p>
        )}
      </div>
      <p className="tabular text-end font-semibold whitespace-nowrap">
        {money(price)}
        {tokens !== null && price > 0 && (
          <span className="block text-sm text-accent-text">{inTokens.price(price, tokens)}</span>
        )}
        {deposit !== null && deposit > 0 && (
          <span className="block text-sm font-normal text-ink-soft">{t('deposit', { price: money(deposit) })}</span>
        )}
      </p>
    </li>
  );
}
