import { Button } from '@festivals/ui/button';
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '@festivals/ui/dialog';
import { useToast } from '@festivals/ui/toast';
import type { Festival } from '@festivals/domain/festival/contract';
import type { Stand } from '@festivals/domain/stands/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useUndo } from '../record/use-undo.ts';
import { FormFailure } from '../shell/failure.tsx';
import { standsQuery } from './queries.ts';

/** Takes a stand away, after saying what goes with it. */
export function RemoveStand({
  festival,
  stand,
  onRemoved,
}: {
  festival: Festival;
  stand: Stand;
  onRemoved: () => void;
}) {
  const t = useTranslations('office.menu');
  const shell = useTranslations('office.shell');
  const say = useToast();
  const undo = useUndo(festival.id);
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () =>
      api.stands.deleteStand({
        params: { festivalId: festival.id, standId: stand.id },
        query: { version: stand.version },
      }),
    onSuccess: () => {
      say({
        title: t('removed', { name: stand.name }),
        action: undo(() => api.stands.restoreStand({ params: { festivalId: festival.id, standId: stand.id } })),
      });
      onRemoved();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: standsQuery(festival.id).queryKey }),
  });
  return (
    <Dialog>
      <DialogTrigger asChild>
        <Button tone="quiet" className="self-start text-danger-text">
          <Trash2 aria-hidden="true" />
          {t('removeStand')}
        </Button>
      </DialogTrigger>
      <DialogContent
        title={t('removeTitle', { name: stand.name })}
        description={t('removeDetail', { count: stand.products.length })}
        closeLabel={shell('close')}
        size="sm"
        footer={
          <>
            <DialogClose asChild>
              <Button>{t('cancel')}</Button>
            </DialogClose>
            <Button tone="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
              {t('removeStand')}
            </Button>
          </>
        }
      >
        <FormFailure error={remove.error} />
      </DialogContent>
    </Dialog>
  );
}
