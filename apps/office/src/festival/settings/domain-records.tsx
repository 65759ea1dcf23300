import type { Festival } from '@festivals/domain/festival/contract';
import type { FestivalDomain } from '@festivals/domain/festival/domain-contract';
import { Button } from '@festivals/ui/button';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../../api.ts';
import { FormFailure } from '../../shell/failure.tsx';

interface Props {
  festival: Festival;
  domain: FestivalDomain;
  /** Where the domain has to point. */
  target: string;
}

/** What has to be written at the domain's keeper, and the look whether it is there. */
export function DomainRecords({ festival, domain, target }: Props) {
  const t = useTranslations('office.domain');
  const queryClient = useQueryClient();
  const params = { festivalId: festival.id };
  const { version } = domain;
  const again = { onSettled: () => queryClient.invalidateQueries({ queryKey: ['festival', festival.id, 'domain'] }) };
  const confirm = useMutation({
    mutationFn: () => api.festival.confirmDomain({ params, body: { version } }),
    ...again,
  });
  const remove = useMutation({ mutationFn: () => api.festival.removeDomain({ params, query: { version } }), ...again });
  return (
    <Card>
      <CardHeader
        title={domain.confirmedAt ? t('confirmed', { host: domain.host }) : t('prove')}
        description={domain.confirmedAt ? t('confirmedLead') : t('proveLead')}
      />
      <CardBody className="space-y-4">
        <dl className="grid gap-4">
          {!domain.confirmedAt && <DnsRecord kind="TXT" name={domain.record.name} value={domain.record.value} />}
          <DnsRecord kind="CNAME" name={domain.host} value={target} />
        </dl>
        <FormFailure error={confirm.error ?? remove.error} />
        <div className="flex flex-wrap gap-2">
          {!domain.confirmedAt && (
            <Button tone="accent" busy={confirm.isPending} onClick={() => confirm.mutate()}>
              {t('confirm')}
            </Button>
          )}
          <Button tone="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
            {t('remove')}
          </Button>
        </div>
      </CardBody>
    </Card>
  );
}

function DnsRecord({ kind, name, value }: { kind: string; name: string; value: string }) {
  const t = useTranslations('office.domain');
  return (
    <div className="grid gap-1 rounded-lg border border-line bg-sunken p-3">
      <dt className="text-ui font-medium text-ink">{t('record', { kind })}</dt>
      <dd className="grid gap-1 text-ui text-ink-soft">
        <span>
          {t('name')} <code className="font-mono text-ink wrap-anywhere select-all">{name}</code>
        </span>
        <span>
          {t('value')} <code className="font-mono text-ink wrap-anywhere select-all">{value}</code>
        </span>
      </dd>
    </div>
  );
}
