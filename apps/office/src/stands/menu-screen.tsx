import { Badge } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Card } from '@festivals/ui/card';
import { IconButton } from '@festivals/ui/icon-button';
import { EmptyState } from '@festivals/ui/empty-state';
import { useToast } from '@festivals/ui/toast';
import type { Festival } from '@festivals/domain/festival/contract';
import type { VatRate } from '@festivals/domain/festival/details';
import type { Stand } from '@festivals/domain/stands/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useBlocker } from '@tanstack/react-router';
import { ArrowLeft, Plus, Redo2, Undo2, Utensils } from 'lucide-react';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@festivals/ui/tabs';
import { localised } from '@festivals/messages';
import { useLocale, useTranslations } from 'use-intl';
import { useFestival } from '../festival/queries.ts';
import { useOfferedRates } from '../festival/vat-input.tsx';
import { formatDecimal } from '../form/decimal.ts';
import { Loaded } from '../list/loaded.tsx';
import { FormNotices } from '../record/form-notices.tsx';
import { FormFailure } from '../shell/failure.tsx';
import { NotFoundScreen } from '../shell/not-found-screen.tsx';
import { Page } from '../shell/page.tsx';
import { useLanguage } from '../i18n/language.ts';
import { MenuGrid } from './menu-grid.tsx';
import { MenuOrderView } from './menu-order-view.tsx';
import { columnsOf } from './menu-sheet.ts';
import { ProductPast } from './product-past.tsx';
import { ProductPicture } from './product-picture.tsx';
import { standsQuery } from './queries.ts';
import { useMenuSheet } from './use-menu-sheet.ts';
import { useKeptRows } from './use-kept-rows.ts';
import { useNames } from './use-names.ts';

const route = getRouteApi('/office/f/$slug/stands/$standId');

function Menu({ festival, stand }: { festival: Festival; stand: Stand }) {
  const t = useTranslations('office.menu');
  const stands = useTranslations('office.stands');
  const { slug } = route.useParams();
  const say = useToast();
  const view = route.useSearch().view ?? 'sheet';
  const navigate = route.useNavigate();
  const language = useLanguage();
  const sectionId = Object.fromEntries(
    stand.sections.map(({ id, name }) => [id, localised(name, language, festival.languages)]),
  );
  const rates = useOfferedRates(festival) ?? [];
  const names = { ...useNames(), sectionId, vat: useRateNames(rates) };
  const columns = columnsOf(festival.languages, stand.sections.length > 0);
  const sheet = useMenuSheet({
    festival,
    stand,
    columns,
    names,
    rates: rates.map(({ rate }) => rate),
    onSaved: () => say({ title: t('saved') }),
  });
  const left = useKeptRows({ festivalId: festival.id, standId: stand.id, rows: sheet.rows });
  const { unsaved } = sheet;
  useBlocker({
    // Another view of the same sheet loses nothing.
    shouldBlockFn: ({ current, next }) =>
      current.pathname !== next.pathname && unsaved > 0 && !window.confirm(t('leave', { count: unsaved })),
    enableBeforeUnload: () => unsaved > 0,
  });
  const add = (
    <Button onClick={sheet.add}>
      <Plus aria-hidden="true" />
      {t('addRow')}
    </Button>
  );
  return (
    <Page
      title={stand.name}
      festival={festival.name}
      badge={<Badge>{stands(`kind.${stand.kind}`)}</Badge>}
      lead={t(view === 'sheet' ? 'hint' : 'section.hint')}
      actions={
        <Button asChild tone="quiet">
          <Link to="/f/$slug/stands" params={{ slug }}>
            <ArrowLeft aria-hidden="true" />
            {t('all')}
          </Link>
        </Button>
      }
    >
      <div className="space-y-3">
        <FormNotices
          festival={festival}
          kept={{
            draft: left.draft,
            continueDraft: () => sheet.takeUp(left.take()),
            discardDraft: left.discard,
            clashes: [],
            settle: () => undefined,
          }}
        />
        <Tabs
          value={view}
          onValueChange={(next) =>
            void navigate({ search: (now) => ({ ...now, view: next === 'order' ? next : undefined }), replace: true })
          }
        >
          <TabsList aria-label={t('view.label')}>
            <TabsTrigger value="sheet">{t('view.sheet')}</TabsTrigger>
            <TabsTrigger value="order">{t('view.order')}</TabsTrigger>
          </TabsList>
          <TabsContent value="sheet" className="pt-3" tabIndex={-1}>
            <Card className="overflow-hidden">
              {sheet.rows.length === 0 ? (
                <EmptyState icon={<Utensils aria-hidden="true" />} title={t('empty')} action={add}>
                  {t('emptyDetail')}
                </EmptyState>
              ) : (
                <MenuGrid
                  label={t('grid', { name: stand.name })}
                  columns={columns}
                  rows={sheet.rows}
                  names={names}
                  wrongOf={sheet.wrongOf}
                  onCells={sheet.write}
                  onRemove={sheet.remove}
                  aside={(key, name) => {
                    const product = stand.products.find(({ id }) => id === key);
                    const row = sheet.rows.find((one) => one.key === key);
                    if (product === undefined || row === undefined) return null;
                    return (
                      <>
                        <ProductPast
                          festival={festival}
                          productId={key}
                          name={name}
                          cells={row.cells}
                          onFill={(cells) => sheet.fill(key, cells)}
                        />
                        <ProductPicture festival={festival} product={product} name={name} />
                      </>
                    );
                  }}
                  onUndo={sheet.undo}
                  onRedo={sheet.redo}
                />
              )}
            </Card>
          </TabsContent>
          <TabsContent value="order" className="pt-3" tabIndex={-1}>
            <MenuOrderView
              festival={festival}
              stand={stand}
              rows={sheet.rows}
              onPlace={sheet.place}
              onUndo={sheet.undo}
              onRedo={sheet.redo}
            />
          </TabsContent>
        </Tabs>
        <FormFailure error={sheet.save.error} />
        {sheet.rows.length > 0 && (
          <div className="sticky bottom-3 z-20 flex flex-wrap items-center gap-2 rounded-xl border border-line bg-raised px-3 py-2 shadow-float">
            <span role="status" className="w-full text-ui text-ink-soft sm:order-1 sm:w-auto sm:flex-1 sm:text-right">
              {t('unsaved', { count: unsaved })}
            </span>
            {view === 'sheet' && add}
            <IconButton label={t('undo')} disabled={sheet.undo === null} onClick={() => sheet.undo?.()}>
              <Undo2 aria-hidden="true" />
            </IconButton>
            <IconButton label={t('redo')} disabled={sheet.redo === null} onClick={() => sheet.redo?.()}>
              <Redo2 aria-hidden="true" />
            </IconButton>
            <Button className="max-sm:ml-auto sm:order-2" onClick={sheet.discard} disabled={unsaved === 0}>
              {t('discard')}
            </Button>
            <Button
              className="sm:order-3"
              tone="accent"
              onClick={sheet.saveAll}
              disabled={unsaved === 0}
              busy={sheet.save.isPending}
            >
              {t('save')}
            </Button>
          </div>
        )}
      </div>
    </Page>
  );
}

/** The festival's VAT rates as cells have them, with their names. */
function useRateNames(rates: readonly VatRate[]): Record<string, string> {
  const locale = useLocale();
  const cells = Map.groupBy(rates, ({ rate }) => formatDecimal(rate, 2, locale));
  return Object.fromEntries(
    [...cells].map(([cell, alike]) => [cell, `${cell} % ${alike.map(({ name }) => name).join(', ')}`]),
  );
}

/** What one stand offers, as a sheet to write in. */
export function MenuScreen() {
  const { festival, may } = useFestival();
  const { standId } = route.useParams();
  const stands = useQuery(standsQuery(festival.id));
  return (
    <Loaded query={stands}>
      {(list) => {
        const stand = list.find(({ id }) => id === standId);
        if (stand === undefined || !may.has('stands.edit')) return <NotFoundScreen />;
        return <Menu key={stand.id} festival={festival} stand={stand} />;
      }}
    </Loaded>
  );
}
