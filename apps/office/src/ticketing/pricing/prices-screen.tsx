import type { Festival } from '@festivals/domain/festival/contract';
import { PriceRules } from '@festivals/domain/ticketing/pricing/schemas';
import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { Button } from '@festivals/ui/button';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { api } from '../../api.ts';
import { useFestival } from '../../festival/queries.ts';
import { useOfferedRates } from '../../festival/vat-input.tsx';
import { Loaded } from '../../list/loaded.tsx';
import { RecordForm } from '../../record/record-form.tsx';
import { Page } from '../../shell/page.tsx';
import { ticketTypesQuery } from '../queries.ts';
import { BundleFields } from './bundle-fields.tsx';
import { DiscountFields } from './discount-fields.tsx';
import { FeeFields } from './fee-fields.tsx';
import { priceRulesQuery } from './queries.ts';
import { RuleList } from './rule-list.tsx';
import { RushRules } from './rush-rules.tsx';
import { VatRules } from './vat-rules.tsx';

/** What prices are made of beside the tickets themselves: bundles, fees, discounts, VAT; and what a rush costs. Saved as a whole. */
export function PricesScreen() {
  const t = useTranslations('office.prices');
  const { festival, may } = useFestival();
  const queryClient = useQueryClient();
  const query = priceRulesQuery(festival.id);
  const record = useQuery(query);
  const types = useQuery(ticketTypesQuery(festival.id));
  const params = { festivalId: festival.id };
  return (
    <Page title={t('title')} festival={festival.name} lead={t('lead')}>
      <Loaded query={record}>
        {({ rules, version }) => (
          <RecordForm
            festival={festival}
            kind="prices"
            version={version}
            schema={PriceRules}
            saved={rules}
            save={async (written, over) => {
              const body = { rules: written, version: over };
              const saved = await api.ticketing.savePriceRules({ params, body });
              queryClient.setQueryData(query.queryKey, saved);
              return saved.rules;
            }}
            onConflict={() => void queryClient.invalidateQueries(query)}
            readOnly={!may.has('ticketing.edit')}
          >
            <RuleLists festival={festival} types={types.data} mayEdit={may.has('ticketing.edit')} />
            <VatRules />
            <RushRules />
          </RecordForm>
        )}
      </Loaded>
    </Page>
  );
}

type ListsProps = { festival: Festival; types: readonly TicketType[] | undefined; mayEdit: boolean };

function RuleLists({ festival, types, mayEdit }: ListsProps) {
  const vat = useOfferedRates(festival)?.[0]?.rate ?? 2100;
  const tickets = useTranslations('office.tickets');
  const common = { festival, types: types ?? [], mayEdit };
  const [first] = common.types;
  const fresh = () => ({ id: crypto.randomUUID(), name: {} });
  return (
    <>
      <RuleList
        {...common}
        name="bundles"
        instead={
          types && (
            <Button asChild>
              <Link to="/f/$slug/tickets" params={{ slug: festival.slug }} search={{ edit: 'new' }}>
                {tickets('create')}
              </Link>
            </Button>
          )
        }
        Fields={BundleFields}
        // Before there is a ticket there is nothing to put together.
        fresh={
          first &&
          (() => ({
            ...fresh(),
            description: {},
            price: 0,
            maxPerOrder: 2,
            parts: [{ ticketTypeId: first.id, variationId: first.variations[0]?.id ?? null, quantity: 2 }],
          }))
        }
      />
      <RuleList
        {...common}
        name="fees"
        Fields={FeeFields}
        fresh={() => ({ ...fresh(), kind: 'PER_TICKET', amount: 100, vat, ticketTypeIds: [], onFree: false })}
      />
      <RuleList
        {...common}
        name="discounts"
        Fields={DiscountFields}
        fresh={() => ({
          ...fresh(),
          ticketTypeIds: [],
          from: null,
          until: null,
          rule: { kind: 'FROM_QUANTITY', from: 10, percent: 1_000 },
        })}
      />
    </>
  );
}
