import { Host, type FestivalDomain } from '@festivals/domain/festival/domain-contract';
import type { Festival } from '@festivals/domain/festival/contract';
import { Badge } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { Skeleton } from '@festivals/ui/skeleton';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../../api.ts';
import { Failure, FormFailure } from '../../shell/failure.tsx';
import { useFestival } from '../queries.ts';
import { DomainRecords } from './domain-records.tsx';

const domainQuery = (festivalId: Festival['id']) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'domain'],
    queryFn: () => api.festival.getDomain({ params: { festivalId } }),
  });

/** At which address of its own the festival is found: named, proven, given up. */
export function DomainSection() {
  const t = useTranslations('office.domain');
  const { festival } = useFestival();
  const { data, isError, error, refetch } = useQuery(domainQuery(festival.id));
  if (isError) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <div className="space-y-4">
      <Card>
        <CardHeader
          title={t('title')}
          description={t('lead')}
          actions={
            data?.domain && (
              <Badge tone={data.domain.confirmedAt ? 'success' : 'warning'}>
                {data.domain.confirmedAt ? t('answers') : t('waits')}
              </Badge>
            )
          }
        />
        <CardBody className="space-y-4">
          {data === undefined ? (
            <Skeleton className="h-20 w-full" />
          ) : (
            <>
              {data.given !== null && <p className="text-ui text-ink-soft">{t('given', { host: data.given })}</p>}
              <Claim key={data.domain?.version ?? 0} festival={festival} domain={data.domain} />
            </>
          )}
        </CardBody>
      </Card>
      {data?.domain && <DomainRecords festival={festival} domain={data.domain} target={data.target} />}
    </div>
  );
}

/** The one field: which name it is. */
function Claim({ festival, domain }: { festival: Festival; domain: FestivalDomain | null }) {
  const t = useTranslations('office.domain');
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState(domain?.host ?? '');
  const [isWrong, setIsWrong] = useState(false);
  const claim = useMutation({
    mutationFn: (host: string) =>
      api.festival.claimDomain({
        params: { festivalId: festival.id },
        body: { host, version: domain?.version ?? 0 },
      }),
    onSettled: () => queryClient.invalidateQueries(domainQuery(festival.id)),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Whoever pastes an address means its host.
    const host = Host.safeParse(
      typed
        .trim()
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/\/.*$/, ''),
    );
    setIsWrong(!host.success);
    if (host.success) claim.mutate(host.data);
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-start gap-3" noValidate>
      <Field
        label={t('host')}
        hint={t('hostHint')}
        error={isWrong ? t('hostWrong') : undefined}
        className="min-w-56 flex-1"
      >
        <Input
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder="www.festival.example"
          inputMode="url"
          autoCapitalize="none"
          spellCheck={false}
        />
      </Field>
      <Button type="submit" tone={domain ? 'plain' : 'accent'} busy={claim.isPending} className="mt-6">
        {domain ? t('another') : t('claim')}
      </Button>
      <div className="basis-full empty:hidden">
        <FormFailure error={claim.error} />
      </div>
    </form>
  );
}
