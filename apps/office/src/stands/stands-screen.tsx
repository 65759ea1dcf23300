import { Badge } from '@festivals/ui/badge';
import { Card, CardHeader } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { Money } from '@festivals/ui/money';
import { localised } from '@festivals/messages';
import type { OfficeMessages } from '@festivals/messages/office';
import type { Stand } from '@festivals/domain/stands/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Store } from 'lucide-react';
import { useFormatter, useLocale, useMessages, useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useFestival } from '../festival/queries.ts';
import { useLanguage } from '../i18n/language.ts';
import { Loaded } from '../list/loaded.tsx';
import { SearchInput } from '../list/search-input.tsx';
import { Page } from '../shell/page.tsx';

const route = getRouteApi('/office/f/$slug/stands');

type Categories = OfficeMessages['stands']['category'];
const isKnown = (categories: Categories, name: string): name is keyof Categories => name in categories;

/** A product's category in the reader's language; an organiser's own word stays as it is. */
function useCategoryName() {
  const { category } = useMessages().office.stands;
  return (name: string) => (isKnown(category, name) ? category[name] : name);
}

function StandCard({ stand, currency }: { stand: Stand; currency: string }) {
  const t = useTranslations('office.stands');
  const locale = useLocale();
  const language = useLanguage();
  const format = useFormatter();
  const category = useCategoryName();
  return (
    <Card className="mb-4 break-inside-avoid overflow-hidden">
      <CardHeader title={stand.name} actions={<Badge>{t(`kind.${stand.kind}`)}</Badge>} />
      {stand.products.length > 0 && (
        <ul className="divide-y divide-line border-t border-line">
          {stand.products.map((product) => (
            <li key={product.id} className="flex items-baseline gap-3 px-5 py-2 text-ui">
              <span className="min-w-0 flex-1">
                <span className="block text-ink">{localised(product.name, language)}</span>
                <span className="block text-xs text-ink-faint">
                  {[
                    category(product.category),
                    ...product.diets.map((diet) => t(`diet.${diet}`)),
                    t('vat', { rate: format.number(product.vat / 10_000, 'rate') }),
                  ].join(' · ')}
                </span>
              </span>
              <Money cents={product.price} currency={currency} locale={locale} className="font-medium text-ink" />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** The stands that hold `search` in their name or among their products, with all or the found products. */
function matching(stands: Stand[], search: string, locale: string): Stand[] {
  const wanted = search.toLocaleLowerCase(locale);
  const has = (text: string) => text.toLocaleLowerCase(locale).includes(wanted);
  return stands.flatMap((stand) => {
    if (has(stand.name)) return [stand];
    const products = stand.products.filter((product) => Object.values(product.name).some((name) => has(name)));
    return products.length > 0 ? [{ ...stand, products }] : [];
  });
}

/** Who sells what, and for how much. */
export function StandsScreen() {
  const t = useTranslations('office.stands');
  const locale = useLocale();
  const { festival } = useFestival();
  const { search = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const stands = useQuery({
    queryKey: ['festival', festival.id, 'stands'],
    queryFn: ({ signal }) => api.stands.listStands({ params: { festivalId: festival.id } }, { signal }),
  });
  return (
    <Page title={t('title')} festival={festival.name} lead={t('lead')}>
      <Loaded query={stands}>
        {(list) => {
          if (list.length === 0) {
            return (
              <Card>
                <EmptyState icon={<Store aria-hidden="true" />} title={t('empty')}>
                  {t('emptyDetail')}
                </EmptyState>
              </Card>
            );
          }
          const found = matching(list, search, locale);
          return (
            <div className="space-y-4">
              <SearchInput
                label={t('search')}
                value={search}
                onSearch={(text) => void navigate({ search: { search: text || undefined }, replace: true })}
                className="max-w-xs"
              />
              {found.length === 0 ? <p className="py-12 text-center text-ui text-ink-soft">{t('nothing')}</p> : null}
              <div className="gap-4 sm:columns-2 xl:columns-3">
                {found.map((stand) => (
                  <StandCard key={stand.id} stand={stand} currency={festival.currency} />
                ))}
              </div>
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}
