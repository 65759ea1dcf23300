import { localised } from '@festivals/messages';
import type { Festival } from '@festivals/domain/festival/contract';
import { TicketTypeId } from '@festivals/domain/primitives';
import type { MassRefundPlan } from '@festivals/domain/ticketing/mass-refund-contract';
import { Button } from '@festivals/ui/button';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { Checkbox } from '@festivals/ui/checkbox';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { formatMoney } from '@festivals/ui/format-money';
import { Notice } from '@festivals/ui/notice';
import { Select } from '@festivals/ui/select';
import { Stat } from '@festivals/ui/stat';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { useLanguage } from '../i18n/language.ts';
import { FormFailure } from '../shell/failure.tsx';
import { KeepField, keepNothing, keepOf } from './keep-field.tsx';
import { massRefundsQuery, ticketTypesQuery } from './queries.ts';

/** A mass refund as it is prepared: what goes back, what that comes to, and only then the word that begins it. */
export function MassRefundForm({ festival }: { festival: Festival }) {
  const t = useTranslations('office.massRefund');
  const language = useLanguage();
  const client = useQueryClient();
  const keyOf = useDeedKey();
  const types = useQuery(ticketTypesQuery(festival.id)).data ?? [];
  const [ticketTypeId, setType] = useState<TicketTypeId | null>(null);
  const [keepDraft, setKeep] = useState(keepNothing);
  const [withUsed, setWithUsed] = useState(false);
  const [reason, setReason] = useState('');
  const keep = keepOf(keepDraft);
  const scope = keep && { ticketTypeId, keep, withUsed };
  const params = { festivalId: festival.id };
  const plan = useMutation({
    mutationFn: (body: NonNullable<typeof scope>) => api.ticketing.planMassRefund({ params, body }),
  });
  const begin = useMutation({
    mutationFn: ({ orders, amount }: MassRefundPlan) => {
      if (!scope) return Promise.reject(new Error('no scope'));
      const body = { ...scope, reason: reason.trim(), expected: { orders, amount } };
      return api.ticketing.startMassRefund({ params, body }, { idempotencyKey: keyOf(body) });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: massRefundsQuery(festival.id).queryKey }),
    // What it comes to may have changed: it has to be looked at again.
    onError: () => plan.reset(),
  });
  const change = (set: () => void) => {
    set();
    plan.reset();
    begin.reset();
  };
  return (
    <Card>
      <CardHeader title={t('new')} description={t('newLead')} />
      <CardBody>
        <form
          noValidate
          className="max-w-2xl space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (scope) plan.mutate(scope);
          }}
        >
          <Field label={t('what')}>
            <Select
              value={ticketTypeId ?? ''}
              onChange={({ target }) => change(() => setType(TicketTypeId.safeParse(target.value).data ?? null))}
            >
              <option value="">{t('wholeFestival')}</option>
              {types.map((type) => (
                <option key={type.id} value={type.id}>
                  {localised(type.name, language)}
                </option>
              ))}
            </Select>
          </Field>
          <KeepField draft={keepDraft} currency={festival.currency} onChange={(next) => change(() => setKeep(next))} />
          <label className="flex min-h-11 items-center gap-3 text-ui text-ink">
            <Checkbox checked={withUsed} onCheckedChange={(on) => change(() => setWithUsed(on === true))} />
            {t('withUsed')}
          </label>
          <Field label={t('reason')} hint={t('reasonHint')}>
            <Input
              value={reason}
              maxLength={300}
              required
              onChange={({ target }) => change(() => setReason(target.value))}
            />
          </Field>
          <Button type="submit" disabled={scope === null || reason.trim() === ''} busy={plan.isPending}>
            {t('look')}
          </Button>
          <FormFailure error={plan.error ?? begin.error} />
        </form>
        {plan.data && (
          <Plan
            festival={festival}
            plan={plan.data}
            withUsed={withUsed}
            busy={begin.isPending}
            onBegin={() => begin.mutate(plan.data)}
          />
        )}
      </CardBody>
    </Card>
  );
}

type PlanProps = { festival: Festival; plan: MassRefundPlan; withUsed: boolean; busy: boolean; onBegin: () => void };

/** What it comes to, and the festival's name to be typed before money leaves. */
function Plan({ festival, plan, withUsed, busy, onBegin }: PlanProps) {
  const t = useTranslations('office.massRefund');
  const locale = useLocale();
  const format = useFormatter();
  const [typed, setTyped] = useState('');
  const money = (cents: number) => formatMoney(cents, plan.currency, locale);
  if (plan.orders === 0) {
    return (
      <Notice className="mt-5" live>
        <p>{plan.used > 0 ? t('allUsed', { count: plan.used }) : t('nothingLeft')}</p>
        {plan.disputed > 0 && <p>{t('disputed', { count: plan.disputed })}</p>}
      </Notice>
    );
  }
  const isSure = typed.trim().toLocaleLowerCase(locale) === festival.name.trim().toLocaleLowerCase(locale);
  return (
    <div className="mt-6 space-y-5 border-t border-line pt-5" role="status">
      <dl className="grid grid-cols-2 gap-5 sm:grid-cols-4">
        <Stat label={t('orders')} value={format.number(plan.orders)} />
        <Stat
          label={t('tickets')}
          value={format.number(plan.tickets)}
          detail={plan.used > 0 && t(withUsed ? 'usedToo' : 'usedStay', { count: plan.used })}
        />
        <Stat label={t('goesBack')} value={money(plan.amount)} />
        <Stat label={t('kept')} value={money(plan.kept)} />
      </dl>
      <Notice tone="warning">
        <p>{t('warning')}</p>
        {plan.disputed > 0 && <p>{t('disputed', { count: plan.disputed })}</p>}
      </Notice>
      <form
        noValidate
        className="flex max-w-2xl flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (isSure) onBegin();
        }}
      >
        <Field label={t('typeName', { name: festival.name })} className="min-w-56 flex-1">
          <Input value={typed} autoComplete="off" onChange={({ target }) => setTyped(target.value)} />
        </Field>
        <Button tone="danger" type="submit" disabled={!isSure} busy={busy}>
          {t('begin', { count: plan.orders, amount: money(plan.amount) })}
        </Button>
      </form>
    </div>
  );
}
