import type { PaymentRoom, PaymentSettings } from '@festivals/domain/payments/contract';
import type { OnlineProvider } from '@festivals/domain/payments/schemas';
import { Badge } from '@festivals/ui/badge';
import { Checkbox } from '@festivals/ui/checkbox';
import { IconButton } from '@festivals/ui/icon-button';
import { ArrowUp } from 'lucide-react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useFormatter, useTranslations } from 'use-intl';

export const providerNames: Readonly<Record<OnlineProvider, string>> = { stripe: 'Stripe', mollie: 'Mollie' };

type State = PaymentRoom['providers'][number];

/** The providers: which are used, in which order, and how each stands. */
export function ProviderList({ providers, zone }: { providers: readonly State[]; zone: string }) {
  const t = useTranslations('office.payments');
  const { control, setValue } = useFormContext<PaymentSettings>();
  const online = useWatch({ control, name: 'online' });
  const choose = (names: OnlineProvider[]) => setValue('online', names, { shouldDirty: true });
  const inOrder = [...providers].toSorted((a, b) => place(online, a.provider) - place(online, b.provider));
  return (
    <ul className="divide-y divide-line rounded-lg border border-line">
      {inOrder.map((state) => {
        const { provider, configured } = state;
        const at = online.indexOf(provider);
        const name = providerNames[provider];
        return (
          <li key={provider} className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 px-3.5 py-2">
            <label className="flex min-w-0 flex-1 items-center gap-2.5 text-ui font-medium text-ink">
              <Checkbox
                checked={at >= 0}
                disabled={!configured && at < 0}
                onCheckedChange={(on) =>
                  choose(on === true ? [...online, provider] : online.filter((one) => one !== provider))
                }
              />
              {name}
            </label>
            {at >= 0 && online.length > 1 && (
              <span className="text-xs text-ink-soft">{at === 0 ? t('first') : t('standsIn')}</span>
            )}
            <Standing state={state} zone={zone} />
            {at > 0 && (
              <IconButton
                label={t('moveUp', { name })}
                onClick={() => choose([provider, ...online.filter((one) => one !== provider)])}
              >
                <ArrowUp aria-hidden="true" />
              </IconButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const place = (online: readonly OnlineProvider[], provider: OnlineProvider): number => {
  const at = online.indexOf(provider);
  return at === -1 ? online.length : at;
};

function Standing({ state: { configured, live, breaker, shutUntil }, zone }: { state: State; zone: string }) {
  const t = useTranslations('office.payments');
  const format = useFormatter();
  if (!configured) return <Badge tone="neutral">{t('noKeys')}</Badge>;
  const keys = <Badge tone={live ? 'info' : 'warning'}>{live ? t('liveKeys') : t('testKeys')}</Badge>;
  if (breaker === 'CLOSED')
    return (
      <>
        {keys}
        <Badge tone="success">{t('answers')}</Badge>
      </>
    );
  const until = shutUntil === null ? '' : format.dateTime(new Date(shutUntil), { timeStyle: 'medium', timeZone: zone });
  return (
    <>
      {keys}
      <Badge tone="danger">{breaker === 'OPEN' ? t('leftAlone', { until }) : t('triedAgain')}</Badge>
    </>
  );
}
