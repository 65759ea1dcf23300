import type { Festival } from '@festivals/domain/festival/contract';
import { Button } from '@festivals/ui/button';
import { Dialog, DialogContent } from '@festivals/ui/dialog';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { FormFailure } from '../shell/failure.tsx';
import { PeriodField } from './period-field.tsx';
import type { Teammate } from '@festivals/domain/identity/list-views';

/** Until when one member is of the team. */
export function PeriodDialog({
  member,
  festival,
  onClose,
}: {
  member: Teammate;
  festival: Festival;
  onClose: () => void;
}) {
  const t = useTranslations('office.period');
  const word = useTranslations('office.member');
  const shell = useTranslations('office.shell');
  const queryClient = useQueryClient();
  const say = useToast();
  const [until, setUntil] = useState(member.until);
  const save = useMutation({
    mutationFn: () =>
      api.identity.setMemberPeriod({
        params: { festivalId: festival.id, personId: member.personId },
        body: { until, was: member.until },
      }),
    onSuccess: () => {
      say({ title: word('changed', { name: member.name }) });
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['festival', festival.id] }),
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={t('title', { name: member.name })}
        description={t('detail')}
        closeLabel={shell('close')}
        footer={
          <>
            {member.until !== null && (
              <Button tone="quiet" className="mr-auto" onClick={() => setUntil(null)}>
                {t('noEnd')}
              </Button>
            )}
            <Button tone="accent" busy={save.isPending} disabled={until === member.until} onClick={() => save.mutate()}>
              {word('save')}
            </Button>
          </>
        }
      >
        <div className="space-y-4">
          <PeriodField festival={festival} value={until} onChange={setUntil} />
          <FormFailure error={save.error} />
        </div>
      </DialogContent>
    </Dialog>
  );
}
