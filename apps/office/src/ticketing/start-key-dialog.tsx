import type { Festival } from '@festivals/domain/festival/contract';
import { Button } from '@festivals/ui/button';
import { Dialog, DialogClose, DialogContent } from '@festivals/ui/dialog';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { FormFailure } from '../shell/failure.tsx';
import { ticketKeysQuery } from './queries.ts';

/** Asks before a new key signs; nothing that was sold changes by it. */
export function StartKeyDialog({
  festival,
  was,
  onClose,
}: {
  festival: Festival;
  was: number | null;
  onClose: () => void;
}) {
  const t = useTranslations('office.ticketKeys');
  const shell = useTranslations('office.shell');
  const say = useToast();
  const client = useQueryClient();
  const keyOf = useDeedKey();
  const { queryKey } = ticketKeysQuery(festival.id);
  const start = useMutation({
    mutationFn: () => {
      const body = { was };
      return api.ticketing.startTicketKey(
        { params: { festivalId: festival.id }, body },
        { idempotencyKey: keyOf(body) },
      );
    },
    onSuccess: (keys) => {
      client.setQueryData(queryKey, keys);
      say({ title: t('started') });
      onClose();
    },
    onError: () => client.invalidateQueries({ queryKey }),
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={t('startTitle')}
        description={t('startDetail')}
        closeLabel={shell('close')}
        footer={
          <>
            <DialogClose asChild>
              <Button>{t('keep')}</Button>
            </DialogClose>
            <Button tone="accent" busy={start.isPending} onClick={() => start.mutate()}>
              {t('start')}
            </Button>
          </>
        }
      >
        <FormFailure error={start.error} />
      </DialogContent>
    </Dialog>
  );
}
