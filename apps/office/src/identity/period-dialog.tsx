import type { Festival } from '@festivals/domain/festival/contract';
import { Button } from '@festivals/ui/button';
import { Dialog, DialogContent } from '@festivals/ui/dialog';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { FormNotices } from '../record/form-notices.tsx';
import { RecordHistory } from '../record/record-history.tsx';
import { SaveFailure } from '../record/save-failure.tsx';
import { useKeptForm } from '../record/use-kept-form.ts';
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
  const form = useForm<{ until: string | null }>({ defaultValues: { until: member.until } });
  const kept = useKeptForm({
    form,
    festivalId: festival.id,
    kind: 'period',
    // An end has no version: which it is is one.
    record: { id: member.personId, version: member.until === null ? 1 : Date.parse(member.until) },
    values: { until: member.until },
  });
  const until = useWatch({ control: form.control, name: 'until' });
  const setUntil = (next: string | null) => form.setValue('until', next, { shouldDirty: true });
  const save = useMutation({
    mutationFn: () =>
      api.identity.setMemberPeriod({
        params: { festivalId: festival.id, personId: member.personId },
        body: { until, was: member.until },
      }),
    onSuccess: () => {
      kept.forget();
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
            <Button
              tone="accent"
              busy={save.isPending}
              disabled={until === member.until || kept.clashes.length > 0}
              onClick={() => save.mutate()}
            >
              {word('save')}
            </Button>
          </>
        }
      >
        <div className="space-y-4">
          <FormNotices kept={kept} festival={festival} />
          <PeriodField key={kept.epoch} festival={festival} value={until} onChange={setUntil} />
          <SaveFailure error={save.error} kept={kept} />
          <RecordHistory festival={festival} recordId={member.personId} kept={kept} />
        </div>
      </DialogContent>
    </Dialog>
  );
}
