import type { Festival } from '@festivals/domain/festival/contract';
import type { OrderId } from '@festivals/domain/primitives';
import type { OrderNote } from '@festivals/domain/ticketing/order-deeds-contract';
import { Button } from '@festivals/ui/button';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { Checkbox } from '@festivals/ui/checkbox';
import { Field } from '@festivals/ui/field';
import { IconButton } from '@festivals/ui/icon-button';
import { Textarea } from '@festivals/ui/textarea';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Pin, PinOff } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { FormFailure } from '../shell/failure.tsx';
import { orderStoryQuery } from './queries.ts';

type Props = { festival: Festival; orderId: z.infer<typeof OrderId>; notes: readonly OrderNote[]; mayEdit: boolean };

/** What the team tells itself about an order; what must not be overlooked stays on top. */
export function OrderNotes({ festival, orderId, notes, mayEdit }: Props) {
  const t = useTranslations('office.orderDeeds');
  const format = useFormatter();
  const client = useQueryClient();
  const keyOf = useDeedKey();
  const [text, setText] = useState('');
  const [pinned, setPinned] = useState(false);
  const params = { festivalId: festival.id, orderId };
  const refresh = () => client.invalidateQueries({ queryKey: orderStoryQuery(festival.id, orderId).queryKey });
  const add = useMutation({
    mutationFn: () => {
      const body = { text: text.trim(), pinned };
      return api.ticketing.addOrderNote({ params, body }, { idempotencyKey: keyOf(body) });
    },
    onSuccess: () => {
      setText('');
      setPinned(false);
      return refresh();
    },
  });
  const pin = useMutation({
    mutationFn: (note: OrderNote) =>
      api.ticketing.pinOrderNote({ params: { ...params, noteId: note.id }, body: { pinned: !note.pinned } }),
    onSettled: refresh,
  });
  if (!mayEdit && notes.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t('notes')} description={notes.length === 0 && t('noNotes')} />
      <CardBody className="space-y-4">
        {notes.length > 0 && (
          <ul className="space-y-3">
            {notes.map((note) => (
              <li
                key={note.id}
                className={`rounded-lg px-3 py-2 text-ui ${note.pinned ? 'bg-warning-soft' : 'bg-sunken'}`}
              >
                <div className="flex items-start gap-2">
                  <p className="min-w-0 flex-1 break-words whitespace-pre-line text-ink">{note.text}</p>
                  {mayEdit && (
                    <IconButton label={note.pinned ? t('unpin') : t('pin')} onClick={() => pin.mutate(note)}>
                      {note.pinned ? <PinOff aria-hidden="true" /> : <Pin aria-hidden="true" />}
                    </IconButton>
                  )}
                </div>
                <p className="text-xs text-ink-soft">
                  {[note.by, format.dateTime(new Date(note.at), 'moment', { timeZone: festival.zone })]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </li>
            ))}
          </ul>
        )}
        {mayEdit && (
          <form
            noValidate
            className="space-y-2"
            onSubmit={(event) => {
              event.preventDefault();
              if (text.trim() !== '') add.mutate();
            }}
          >
            <Field label={t('noteNew')}>
              <Textarea rows={2} maxLength={2000} value={text} onChange={({ target }) => setText(target.value)} />
            </Field>
            <div className="flex flex-wrap items-center justify-between gap-2">
              <label className="flex min-h-9 items-center gap-2 text-ui text-ink-soft">
                <Checkbox checked={pinned} onCheckedChange={(on) => setPinned(on === true)} />
                {t('notePinned')}
              </label>
              <Button type="submit" size="sm" disabled={text.trim() === ''} busy={add.isPending}>
                {t('noteAdd')}
              </Button>
            </div>
            <FormFailure error={add.error ?? pin.error} />
          </form>
        )}
      </CardBody>
    </Card>
  );
}
