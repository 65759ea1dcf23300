import type { Festival } from '@festivals/domain/festival/contract';
import type { FormerAddress } from '@festivals/domain/festival/domain-contract';
import { Button } from '@festivals/ui/button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../../api.ts';
import { ConfirmDialog } from '../../form/confirm-dialog.tsx';
import { domainQuery } from './domain-query.ts';

/** Lets an address of before go, once it was said what that costs. */
export function GiveUpAddress({ festival, former }: { festival: Festival; former: FormerAddress }) {
  const t = useTranslations('office.domain');
  const queryClient = useQueryClient();
  const [isAsked, setIsAsked] = useState(false);
  const name = former.address.replace(/^https?:\/\//, '');
  return (
    <>
      <Button size="sm" tone="quiet" aria-label={t('giveUpNamed', { name })} onClick={() => setIsAsked(true)}>
        {t('giveUp')}
      </Button>
      {isAsked && (
        <ConfirmDialog
          title={t('removeTitle', { host: name })}
          detail={t('giveUpLead')}
          keepLabel={t('removeKeep')}
          confirmLabel={t('giveUp')}
          onConfirm={() => api.festival.giveUpAddress({ params: { festivalId: festival.id, slug: former.slug } })}
          onSettled={() => queryClient.invalidateQueries(domainQuery(festival.id))}
          onClose={() => setIsAsked(false)}
        />
      )}
    </>
  );
}
