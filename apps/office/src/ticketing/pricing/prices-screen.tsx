import type { Festival } from '@festivals/domain/festival/contract';
import { type PriceRules, VatRounding } from '@festivals/domain/ticketing/pricing/schemas';
import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { Button } from '@festivals/ui/button';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { Field } from '@festivals/ui/field';
import { Select } from '@festivals/ui/select';
import { Switch } from '@festivals/ui/switch';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../../api.ts';
import { useFestival } from '../../festival/queries.ts';
import { useOfferedRates } from '../../festival/vat-input.tsx';
import { Loaded } from '../../list/loaded.tsx';
import { FormFailure } from '../../shell/failure.tsx';
import { Page } from '../../shell/page.tsx';
import { ticketTypesQuery } from '../queries.ts';
import { BundleFields } from './bundle-fields.tsx';
import { DiscountFields } from './discount-fields.tsx';
import { FeeFields } from './fee-fields.tsx';
import { priceRulesQuery } from './queries.ts';

/** What prices are made of beside the tickets themselves: bundles, fees, discounts, VAT. Saved as a whole. */
export function PricesScreen() {
  const t = useTranslations('office.prices');
  const { festival, may } = useFestival();
  const record = useQuery(priceRulesQuery(festival.id));
  const types = useQuery(ticketTypesQuery(festival.id));
  return (
    <Page title={t('title')} festival={festival.name} lead={t('lead')}>
      <Loaded query={record}>
        {(loaded) => (
          <RulesForm
            key={loaded.version}
            festival={festival}
            types={types.data ?? []}
            loaded={loaded}
            mayEdit={may.has('ticketing.edit')}
          />
        )}
      </Loaded>
    </Page>
  );
}

interface Props {
  festival: Festival;
  types: readonly TicketType[];
  loaded: { rules: PriceRules; version: number };
  mayEdit: boolean;
}

const flags = ['donations', 'pricesIncludeVat', 'reverseCharge'] as const;

function RulesForm({ festival, types, loaded, mayEdit }: Props) {
  const t = useTranslations('office.prices');
  const tickets = useTranslations('office.tickets');
  const say = useToast();
  const queryClient = useQueryClient();
  const [rules, setRules] = useState(loaded.rules);
  const vat = useOfferedRates(festival)?.[0]?.rate ?? 2100;
  const change = (part: Partial<PriceRules>) => setRules((now) => ({ ...now, ...part }));
  const changed = JSON.stringify(rules) !== JSON.stringify(loaded.rules);
  const save = useMutation({
    mutationFn: () =>
      api.ticketing.savePriceRules({
        params: { festivalId: festival.id },
        body: { rules, version: loaded.version },
      }),
    onSuccess: (saved) => {
      queryClient.setQueryData(priceRulesQuery(festival.id).queryKey, saved);
      say({ title: tickets('saved') });
    },
  });
  const id = () => crypto.randomUUID();
  const [first] = types;
  const lists = [
    {
      name: 'bundles',
      empty: first && {
        id: id(),
        name: {},
        description: {},
        price: 0,
        maxPerOrder: 2,
        parts: [{ ticketTypeId: first.id, variationId: null, quantity: 2 }],
      },
      fields: BundleFields,
    },
    {
      name: 'fees',
      empty: { id: id(), name: {}, kind: 'PER_TICKET', amount: 100, vat, ticketTypeIds: [], onFree: false },
      fields: FeeFields,
    },
    {
      name: 'discounts',
      empty: {
        id: id(),
        name: {},
        ticketTypeIds: [],
        from: null,
        until: null,
        rule: { kind: 'FROM_QUANTITY', from: 10, percent: 1_000 },
      },
      fields: DiscountFields,
    },
  ] as const;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
      className="space-y-6"
    >
      <fieldset disabled={!mayEdit} className="min-w-0 space-y-6">
        {lists.map(({ name, empty, fields: Fields }) => (
          <Card key={name}>
            <CardHeader
              title={t(`${name}.title`)}
              description={t(`${name}.lead`)}
              actions={
                mayEdit &&
                empty && <Button onClick={() => change({ [name]: [...rules[name], empty] })}>{t(`${name}.add`)}</Button>
              }
            />
            {rules[name].length > 0 && (
              <CardBody className="space-y-4">
                {rules[name].map((one, at) => (
                  <div key={one.id} className="rounded-lg border border-line p-4">
                    <Fields
                      // Each list has fields of its own; the one that is drawn belongs to this list.
                      value={one as never}
                      festival={festival}
                      types={types}
                      onChange={(next: object) =>
                        change({ [name]: rules[name].map((old, place) => (place === at ? next : old)) })
                      }
                    />
                    <div className="mt-3 flex justify-end">
                      <Button
                        size="sm"
                        tone="quiet"
                        onClick={() => change({ [name]: rules[name].filter((_, place) => place !== at) })}
                      >
                        {t('remove')}
                      </Button>
                    </div>
                  </div>
                ))}
              </CardBody>
            )}
          </Card>
        ))}
        <Card>
          <CardHeader title={t('vatTitle')} description={t('vatLead')} />
          <CardBody className="space-y-4">
            {flags.map((flag) => (
              <label key={flag} className="flex cursor-pointer items-start gap-3 text-ui text-ink">
                <Switch checked={rules[flag]} onCheckedChange={(on) => change({ [flag]: on })} />
                <span>
                  {t(flag)}
                  <span className="block text-xs text-ink-faint">{t(`${flag}Hint`)}</span>
                </span>
              </label>
            ))}
            <Field label={t('rounding')} className="max-w-md">
              <Select
                value={rules.rounding}
                onChange={({ target }) => change({ rounding: VatRounding.parse(target.value) })}
              >
                {VatRounding.options.map((mode) => (
                  <option key={mode} value={mode}>
                    {t(`roundings.${mode}`)}
                  </option>
                ))}
              </Select>
            </Field>
          </CardBody>
        </Card>
      </fieldset>
      <FormFailure error={save.error} />
      {mayEdit && (
        <div className="sticky bottom-0 flex justify-end gap-2 border-t border-line bg-canvas py-3">
          <Button disabled={!changed} onClick={() => setRules(loaded.rules)}>
            {tickets('cancel')}
          </Button>
          <Button type="submit" tone="accent" disabled={!changed} busy={save.isPending}>
            {tickets('save')}
          </Button>
        </div>
      )}
    </form>
  );
}
