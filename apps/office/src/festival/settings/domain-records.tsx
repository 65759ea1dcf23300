import type { Festival } from '@festivals/domain/festival/contract';
import type { FestivalDomain } from '@festivals/domain/festival/domain-contract';
import { Button } from '@festivals/ui/button';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { IconButton } from '@festivals/ui/icon-button';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../../api.ts';
import { ConfirmDialog } from '../../form/confirm-dialog.tsx';
import { FormFailure } from '../../shell/failure.tsx';
import { domainQuery } from './domain-query.ts';

interface Props {
  festival: Festival;
  domain: FestivalDomain;
  /** Where the domain has to point. */
  target: string;
}

/** What has to be written at the domain's keeper and stay there, and the look whether it does. */
export function DomainRecords({ festival, domain, target }: Props) {
  const t = useTranslations('office.domain');
  const say = useToast();
  const queryClient = useQueryClient();
  const [isLeaving, setIsLeaving] = useState(false);
  const params = { festivalId: festival.id };
  const { host, version, record } = domain;
  const again = () => queryClient.invalidateQueries(domainQuery(festival.id));
  const confirm = useMutation({
    mutationFn: () => api.festival.confirmDomain({ params, body: { version } }),
    onSuccess: () => say({ title: t('found', { host }) }),
    onSettled: again,
  });
  const isProven = domain.confirmedAt !== null && domain.lostAt === null;
  return (
    <Card>
      <CardHeader
        title={isProven ? t('confirmed', { host }) : t('prove')}
        description={isProven ? t('confirmedLead') : t('proveLead')}
      />
      <CardBody className="space-y-4">
        <ol className="grid gap-3">
          <DnsRecord kind="TXT" why={t('whyTxt')} name={record.name} value={record.value} />
          <DnsRecord kind="CNAME" why={t('whyCname')} name={host} value={target} />
        </ol>
        <p className="text-ui text-ink-soft">{t('apex', { target })}</p>
        <FormFailure error={confirm.error} />
        <div className="flex flex-wrap justify-between gap-2">
          <Button tone={isProven ? 'plain' : 'accent'} busy={confirm.isPending} onClick={() => confirm.mutate()}>
            {t('confirm')}
          </Button>
          <Button tone="danger" onClick={() => setIsLeaving(true)}>
            {t('remove')}
          </Button>
        </div>
      </CardBody>
      {isLeaving && (
        <ConfirmDialog
          title={t('removeTitle', { host })}
          detail={t('removeLead')}
          keepLabel={t('removeKeep')}
          confirmLabel={t('remove')}
          onConfirm={() => api.festival.removeDomain({ params, query: { version } })}
          onSettled={again}
          onClose={() => setIsLeaving(false)}
        />
      )}
    </Card>
  );
}

function DnsRecord({ kind, why, name, value }: { kind: string; why: string; name: string; value: string }) {
  const t = useTranslations('office.domain');
  return (
    <li className="rounded-lg border border-line bg-sunken">
      <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-0.5 border-b border-line px-3.5 py-2.5 text-ui">
        <span className="font-semibold text-ink">{t('record', { kind })}</span>
        <span className="text-ink-soft">{why}</span>
      </p>
      <dl className="divide-y divide-line">
        <Part kind={kind} label={t('name')} text={name} />
        <Part kind={kind} label={t('value')} text={value} />
      </dl>
    </li>
  );
}

/** A half of a record, to be taken along whole. */
function Part({ kind, label, text }: { kind: string; label: string; text: string }) {
  const t = useTranslations('office.domain');
  const say = useToast();
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => say({ title: t('copied', { label }) }),
      () => say({ tone: 'danger', title: t('copyByHand') }),
    );
  return (
    <div className="flex items-center gap-3 py-1 ps-3.5 pe-1.5">
      <dt className="w-14 shrink-0 text-ui text-ink-soft">{label}</dt>
      <dd className="flex min-w-0 flex-1 items-center justify-between gap-2">
        <code className="min-w-0 font-mono text-ui wrap-anywhere text-ink select-all">{text}</code>
        <IconButton label={t('copy', { kind, label })} onClick={copy}>
          <Copy aria-hidden="true" />
        </IconButton>
      </dd>
    </div>
  );
}
