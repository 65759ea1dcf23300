import type { Festival } from '@festivals/domain/festival/contract';
import { datesFrom } from '@festivals/domain/calendar';
import type { ProgrammeDraft } from '@festivals/domain/programme/contract';
import { Button } from '@festivals/ui/button';
import { Dialog, DialogContent } from '@festivals/ui/dialog';
import { Field } from '@festivals/ui/field';
import { Select } from '@festivals/ui/select';
import { useMutation } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '../../api.ts';
import { saveFile } from '../../list/save-file.ts';
import { FormFailure } from '../../shell/failure.tsx';

const kinds = ['day', 'stage', 'artist'] as const;
type Kind = (typeof kinds)[number];

type Props = {
  festival: Festival;
  programme: ProgrammeDraft;
  /** The day that is looked at. */
  day: string | undefined;
  onClose: () => void;
};

/** Chooses what is printed for the crew or an artist, and hands it over. */
export function RunningOrderDialog({ festival, programme, day, onClose }: Props) {
  const t = useTranslations('office.exchange.print');
  const shell = useTranslations('office.shell');
  const format = useFormatter();
  const [kind, setKind] = useState<Kind>('day');
  const [chosen, setChosen] = useState<Partial<Record<Kind, string>>>(day === undefined ? {} : { day });
  const choices: Record<Kind, { id: string; name: string }[]> = {
    day: datesFrom(festival.startsOn, festival.endsOn).map((id) => ({
      id,
      name: format.dateTime(new Date(`${id}T12:00:00Z`), 'day', { timeZone: 'UTC' }),
    })),
    stage: programme.stages,
    artist: programme.artists.toSorted((a, b) => (a.sortName ?? a.name).localeCompare(b.sortName ?? b.name)),
  };
  const id = choices[kind].find((one) => one.id === chosen[kind])?.id ?? choices[kind][0]?.id;
  const print = useMutation({
    mutationFn: async (wanted: string) => {
      const params = { festivalId: festival.id };
      const file = await {
        day: () => api.programme.printDay({ params: { ...params, day: wanted } }),
        stage: () => api.programme.printStage({ params: { ...params, stageId: wanted } }),
        artist: () => api.programme.printArtist({ params: { ...params, artistId: wanted } }),
      }[kind]();
      const name = choices[kind].find((one) => one.id === wanted)?.name ?? wanted;
      return { file, name: `${festival.slug}-${kind === 'day' ? wanted : name}.pdf` };
    },
    onSuccess: ({ file, name }) => {
      saveFile(file, name);
      onClose();
    },
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t('title')}
        description={t('lead')}
        closeLabel={shell('close')}
        size="sm"
        footer={
          <Button
            tone="accent"
            busy={print.isPending}
            disabled={id === undefined}
            onClick={() => id !== undefined && print.mutate(id)}
          >
            <Printer aria-hidden="true" />
            {t('download')}
          </Button>
        }
      >
        <div className="space-y-4">
          <Field label={t('kind')}>
            <Select value={kind} onChange={({ target }) => setKind(kinds.find((one) => one === target.value) ?? 'day')}>
              {kinds.map((one) => (
                <option key={one} value={one} disabled={choices[one].length === 0}>
                  {t(`of.${one}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t(`which.${kind}`)}>
            <Select value={id ?? ''} onChange={({ target }) => setChosen((now) => ({ ...now, [kind]: target.value }))}>
              {choices[kind].map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </Select>
          </Field>
          <FormFailure error={print.error} />
        </div>
      </DialogContent>
    </Dialog>
  );
}
