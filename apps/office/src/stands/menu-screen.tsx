import { Badge } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { useToast } from '@festivals/ui/toast';
import type { Festival } from '@festivals/domain/festival/contract';
import type { VatRate } from '@festivals/domain/festival/details';
import type { Stand } from '@festivals/domain/stands/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useBlocker } from '@tanstack/react-router';
import { ArrowLeft, Plus } from 'lucide-react';
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
import { MenuOrderView } from './menu-order-view.tsx';
import { MenuSheetTab, SaveBar } from './menu-sheet-tab.tsx';
import { columnsOf } from './menu-sheet.ts';
import { standsQuery } from './queries.ts';
import { useMenuSheet } from './use-menu-sheet.ts';
import { useKeptRows } from './use-kept-rows.ts';
import { useNames } from './use-names.ts';

const route = getRouteApi('/office/f/$slug/stands/$standId');

function Menu({ festival, stand }: { festival: Festival; stand: Stand }) {
  const t = useTranslations('office.menu');
  const stands = useTranslations('office.stands');
  const { slug } = route.useParams();
  const view = route.useSearch().view ?? 'sheet';
  const navigate = route.useNavigate();
  const { columns, names, sheet, left } = useOpenMenu(festival, stand);
  const add = (
    <Button onClick={sheet.add}>
      <Plus aria-hidden="true" />
      {t('addRow')}
    </Button>
  );
  const lookAt = (next: string) =>
    void navigate({ search: (now) => ({ ...now, view: next === 'order' ? next : undefined }), replace: true });
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
        <Tabs value={view} onValueChange={lookAt}>
          <TabsList aria-label={t('view.label')}>
            <TabsTrigger value="sheet">{t('view.sheet')}</TabsTrigger>
            <TabsTrigger value="order">{t('view.order')}</TabsTrigger>
          </TabsList>
          <TabsContent value="sheet" className="pt-3" tabIndex={-1}>
            <MenuSheetTab festival={festival} stand={stand} sheet={sheet} columns={columns} names={names} add={add} />
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
        {sheet.rows.length > 0 && <SaveBar sheet={sheet}>{view === 'sheet' && add}</SaveBar>}
      </div>
    </Page>
  );
}

/** A stand's menu as it is written in: what was left here earlier is offered, and nothing is left behind unasked. */
function useOpenMenu(festival: Festival, stand: Stand) {
  const t = useTranslations('office.menu');
  const say = useToast();
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
  return { columns, names, sheet, left };
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
