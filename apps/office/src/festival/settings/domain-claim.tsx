import { Host, type FestivalDomain } from '@festivals/domain/festival/domain-contract';
import type { Festival } from '@festivals/domain/festival/contract';
import { Button } from '@festivals/ui/button';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { Notice } from '@festivals/ui/notice';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../../api.ts';
import { FormFailure } from '../../shell/failure.tsx';
import { domainQuery } from './domain-query.ts';

/** Whoever pastes an address means its host; what is written in other letters is what a browser makes of it. */
function hostIn(typed: string): string {
  const address = typed.trim().replace(/^(?!https?:\/\/)/i, 'https://');
  return URL.canParse(address) ? new URL(address).hostname.replace(/\.$/, '') : typed.trim();
}

/** The one field: which name it is. */
export function DomainClaim({ festival, domain }: { festival: Festival; domain: FestivalDomain | null }) {
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
  const isAnother = domain !== null && typed.trim() !== '' && hostIn(typed) !== domain.host;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const host = Host.safeParse(hostIn(typed));
    setIsWrong(!host.success);
    if (host.success && host.data !== domain?.host) claim.mutate(host.data);
  };
  return (
    <form onSubmit={submit} className="space-y-3" noValidate>
      <div className="flex flex-wrap items-start gap-3">
        <Field
          label={t('host')}
          hint={t('hostHint')}
          error={isWrong ? t('hostWrong') : undefined}
          className="min-w-56 flex-1"
        >
          <Input
            value={typed}
            onChange={({ target }) => {
              setTyped(target.value);
              setIsWrong(false);
            }}
            placeholder="www.festival.example"
            inputMode="url"
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
          />
        </Field>
        <Button type="submit" tone={domain ? 'plain' : 'accent'} busy={claim.isPending} className="sm:mt-6">
          {domain ? t('another') : t('claim')}
        </Button>
      </div>
      {isAnother && domain.confirmedAt !== null && (
        <Notice tone="warning">{t('anotherLead', { host: domain.host })}</Notice>
      )}
      <FormFailure error={claim.error} />
    </form>
  );
}
