import type { Festival } from '@festivals/domain/festival/contract';
import { answeredUntil } from '@festivals/domain/ticketing/guests/rules';
import type { Guest, GuestList } from '@festivals/domain/ticketing/guests/schemas';
import { Button } from '@festivals/ui/button';
import { Dialog, DialogClose, DialogContent } from '@festivals/ui/dialog';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { MailPlus, Ticket, UserMinus } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { FormFailure } from '../shell/failure.tsx';
import { guestListsQuery } from './queries.ts';

type What = 'invite' | 'confirm' | 'remove';
type Props = { festival: Festival; list: GuestList; guests: readonly Guest[]; onDone: () => void };

const signs = { invite: MailPlus, confirm: Ticket, remove: UserMinus };

/** What is done with the guests that are ticked: each deed says first what it takes and frees. */
export function PlaceBar({ festival, list, guests, onDone }: Props) {
  const t = useTranslations('office.guests');
  const [asking, setAsking] = useState<What | null>(null);
  return (
    <div
      role="toolbar"
      aria-label={t('chosen', { count: guests.length })}
      className="flex min-h-10 flex-wrap items-center gap-2"
    >
      <span role="status" className="tabular me-1 text-ui text-ink-soft">
        {t('chosen', { count: guests.length })}
      </span>
      {(['invite', 'confirm', 'remove'] as const).map((what) => {
        const Sign = signs[what];
        return (
          <Button key={what} size="sm" disabled={guests.length === 0} onClick={() => setAsking(what)}>
            <Sign aria-hidden="true" />
            {t(what)}
          </Button>
        );
      })}
      {asking !== null && (
        <PlaceDialog
          festival={festival}
          list={list}
          guests={guests}
          what={asking}
          onClose={() => setAsking(null)}
          onDone={onDone}
        />
      )}
    </div>
  );
}

function PlaceDialog({ festival, list, guests, what, onClose, onDone }: Props & { what: What; onClose: () => void }) {
  const t = useTranslations('office.guests');
  const shell = useTranslations('office.shell');
  const format = useFormatter();
  const queryClient = useQueryClient();
  const say = useToast();
  const keyFor = useDeedKey();
  const count = guests.length;
  const places = guests.reduce((sum, { companions }) => sum + companions + 1, 0);
  const until = format.dateTime(answeredUntil(list.deadline, festival), 'moment', { timeZone: festival.zone });
  const details = {
    invite: t('inviteDetail', { places, until }),
    confirm: t('confirmDetail', { places }),
    remove: t('removeDetail'),
  };
  const toasts = { invite: 'invitedToast', confirm: 'confirmedToast', remove: 'removedToast' } as const;
  const run = useMutation({
    mutationFn: () => {
      const asked = {
        params: { festivalId: festival.id, guestListId: list.id },
        body: { guestIds: guests.map(({ id }) => id) },
      };
      const how = { idempotencyKey: keyFor({ what, ...asked.body }) };
      if (what === 'invite') return api.ticketing.inviteGuests(asked, how);
      if (what === 'confirm') return api.ticketing.confirmGuests(asked, how);
      return api.ticketing.removeGuests(asked, how);
    },
    onSuccess: () => {
      say({ title: t(toasts[what], { count }) });
      onDone();
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: guestListsQuery(festival.id).queryKey }),
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={t(`${what}Title`, { count })}
        description={details[what]}
        closeLabel={shell('close')}
        footer={
          <>
            <DialogClose asChild>
              <Button>{t('keep')}</Button>
            </DialogClose>
            <Button tone={what === 'remove' ? 'danger' : 'accent'} busy={run.isPending} onClick={() => run.mutate()}>
              {t(what)}
            </Button>
          </>
        }
      >
        <FormFailure error={run.error} />
      </DialogContent>
    </Dialog>
  );
}
