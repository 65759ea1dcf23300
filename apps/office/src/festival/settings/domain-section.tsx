import type { Festival } from '@festivals/domain/festival/contract';
import type { FestivalDomain } from '@festivals/domain/festival/domain-contract';
import { isPublic } from '@festivals/domain/festival/rules';
import { Badge } from '@festivals/ui/badge';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { Notice } from '@festivals/ui/notice';
import { Skeleton } from '@festivals/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Failure } from '../../shell/failure.tsx';
import { useFestival } from '../queries.ts';
import { DomainClaim } from './domain-claim.tsx';
import { domainQuery } from './domain-query.ts';
import { DomainRecords } from './domain-records.tsx';
import { GiveUpAddress } from './give-up-address.tsx';

/** At which addresses the festival is found, and one of its own: named, proven, looked after, given up. */
export function DomainSection() {
  const t = useTranslations('office.domain');
  const { festival } = useFestival();
  const { data, isError, error, refetch } = useQuery(domainQuery(festival.id));
  if (isError) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined)
    return (
      <div className="space-y-4" aria-busy="true">
        <Skeleton className="h-36 w-full rounded-xl" />
        <Skeleton className="h-36 w-full rounded-xl" />
      </div>
    );
  const { domain, address, given, former, target } = data;
  return (
    <div className="space-y-4">
      <Card>
        <CardHeader title={t('addresses')} description={t('addressesLead')} />
        <CardBody className="space-y-4">
          {domain?.lostAt && <Lost domain={domain} festival={festival} />}
          <ul className="divide-y divide-line rounded-lg border border-line">
            {domain && (
              <Found
                name={domain.host}
                href={domain.confirmedAt && isPublic(festival) ? `https://${domain.host}` : null}
              >
                <Badge tone={domain.lostAt ? 'danger' : domain.confirmedAt ? 'success' : 'warning'}>
                  {domain.lostAt ? t('lost') : domain.confirmedAt ? t('answers') : t('waits')}
                </Badge>
              </Found>
            )}
            {given !== null && (
              <Found name={given} href={isPublic(festival) ? `https://${given}` : null}>
                <Badge>{t('byItself')}</Badge>
              </Found>
            )}
            <Found name={address.replace(/^https?:\/\//, '')} href={isPublic(festival) ? address : null}>
              <Badge>{t('always')}</Badge>
            </Found>
            {former.map((one) => (
              <Found
                key={one.slug}
                name={one.address.replace(/^https?:\/\//, '')}
                href={isPublic(festival) ? one.address : null}
              >
                <span className="flex flex-wrap items-center gap-2">
                  <Badge>{t('leadsOn')}</Badge>
                  <GiveUpAddress festival={festival} former={one} />
                </span>
              </Found>
            ))}
          </ul>
          {former.length > 0 && <p className="text-ui text-ink-soft">{t('formerLead')}</p>}
          {!isPublic(festival) && <p className="text-ui text-ink-soft">{t('draft')}</p>}
        </CardBody>
      </Card>
      <Card>
        <CardHeader title={t('title')} description={t('lead')} />
        <CardBody>
          <DomainClaim key={domain?.version ?? 0} festival={festival} domain={domain} />
        </CardBody>
      </Card>
      {domain && <DomainRecords festival={festival} domain={domain} target={target} />}
    </div>
  );
}

/** One of its addresses, and how it stands there. */
function Found({ name, href, children }: { name: string; href: string | null; children: ReactNode }) {
  const t = useTranslations('office.domain');
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 px-3.5 py-2.5">
      {href === null ? (
        <span className="text-ui font-medium wrap-anywhere text-ink">{name}</span>
      ) : (
        <a
          href={href}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-w-0 items-center gap-1.5 rounded text-ui font-medium wrap-anywhere text-accent-text underline-offset-4 hover:underline focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent"
        >
          {name}
          <ExternalLink aria-hidden="true" className="size-3.5 shrink-0" />
          <span className="sr-only">{t('opens')}</span>
        </a>
      )}
      {children}
    </li>
  );
}

/** The record is gone: since when, until when visitors do not notice, and what to do. */
function Lost({ domain, festival }: { domain: FestivalDomain; festival: Festival }) {
  const t = useTranslations('office.domain');
  const format = useFormatter();
  const say = (instant: string) => format.dateTime(new Date(instant), { dateStyle: 'long', timeZone: festival.zone });
  if (domain.lostAt === null || domain.endsAt === null) return null;
  return (
    <Notice tone="danger">
      {t('lostLead', { host: domain.host, since: say(domain.lostAt), until: say(domain.endsAt) })}
    </Notice>
  );
}
