import { ApiError } from '@festivals/contract';
import { addDays, daysBetween } from '@festivals/domain/calendar';
import type { Festival } from '@festivals/domain/festival/contract';
import { duplicateFestival } from '@festivals/domain/festival/duplicate-contract';
import { Button } from '@festivals/ui/button';
import { Checkbox } from '@festivals/ui/checkbox';
import { Dialog, DialogClose, DialogContent } from '@festivals/ui/dialog';
import { Input } from '@festivals/ui/input';
import { Skeleton } from '@festivals/ui/skeleton';
import { useToast } from '@festivals/ui/toast';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { FormField } from '../form/form-field.tsx';
import { useDeedKey } from '../form/use-deed-key.ts';
import { meQuery } from '../identity/me.ts';
import { Failure, FormFailure } from '../shell/failure.tsx';
import { myFestivalsQuery } from './queries.ts';
import { slugOf } from './slug-of.ts';
import { useDays } from './use-days.ts';

const Body = duplicateFestival.body;
type Body = z.output<typeof Body>;

/** The button that makes next year's festival out of this one. */
export function DuplicateFestival({ festival }: { festival: Festival }) {
  const t = useTranslations('office.duplicate');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Copy aria-hidden="true" />
        {t('open')}
      </Button>
      {open && <DuplicateDialog festival={festival} onClose={() => setOpen(false)} />}
    </>
  );
}

/** The same weekday a year later: 52 weeks. */
const aYearLater = (date: string) => addDays(date, 364);
/** `Solbrume 2026` becomes `Solbrume 2027`; a name without a year gets the new one. */
function nextName(name: string, startsOn: string): string {
  const year = aYearLater(startsOn).slice(0, 4);
  return /\b20\d\d\b/.test(name) ? name.replace(/\b20\d\d\b/, year) : `${name} ${year}`;
}

/** Asks for what must be new, and shows what goes along. */
export function DuplicateDialog({ festival, onClose }: { festival: Festival; onClose: () => void }) {
  const t = useTranslations('office.duplicate');
  const f = useTranslations('office.festivalForm');
  const shell = useTranslations('office.shell');
  const days = useDays();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const say = useToast();
  const keyFor = useDeedKey();
  const params = { festivalId: festival.id };
  const preview = useQuery({
    queryKey: ['festival', festival.id, 'duplicate'],
    queryFn: ({ signal }) => api.festival.previewDuplicate({ params }, { signal }),
    staleTime: 0,
  });
  const name = nextName(festival.name, festival.startsOn);
  const form = useForm<z.input<typeof Body>, unknown, Body>({
    resolver: zodResolver(Body),
    defaultValues: { name, slug: slugOf(name), startsOn: aYearLater(festival.startsOn), slots: false, team: false },
  });
  const { errors, dirtyFields } = form.formState;
  const { startsOn = '', slots = false, team = false } = useWatch({ control: form.control });
  const duplicate = useMutation({
    mutationFn: (body: Body) => api.festival.duplicateFestival({ params, body }, { idempotencyKey: keyFor(body) }),
    onSuccess: async (made) => {
      await Promise.all([
        queryClient.fetchQuery({ ...meQuery, staleTime: 0 }),
        queryClient.invalidateQueries(myFestivalsQuery),
      ]);
      say({ title: t('done', { name: made.name }) });
      await navigate({ to: '/f/$slug', params: { slug: made.slug } });
      onClose();
    },
    onError: (error) => {
      if (error instanceof ApiError && error.name === 'SLUG_TAKEN')
        form.setError('slug', { message: error.message }, { shouldFocus: true });
    },
  });
  const length = daysBetween(festival.startsOn, festival.endsOn);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="lg"
        title={t('title', { name: festival.name })}
        description={t('lead')}
        closeLabel={shell('close')}
        footer={
          <>
            <DialogClose asChild>
              <Button>{t('cancel')}</Button>
            </DialogClose>
            <Button type="submit" form="duplicate" tone="accent" busy={duplicate.isPending}>
              {t('do')}
            </Button>
          </>
        }
      >
        <form
          id="duplicate"
          noValidate
          onSubmit={form.handleSubmit((body) => duplicate.mutate(body))}
          className="grid gap-5"
        >
          <div className="grid gap-4 sm:grid-cols-2">
            <FormField label={f('name')} error={errors.name} required className="sm:col-span-2">
              <Input
                {...form.register('name', {
                  onChange: ({ target }: { target: HTMLInputElement }) => {
                    if (!dirtyFields.slug) form.setValue('slug', slugOf(target.value));
                  },
                })}
              />
            </FormField>
            <FormField label={f('slug')} error={errors.slug} required>
              <Input spellCheck={false} autoCapitalize="none" {...form.register('slug')} />
            </FormField>
            <FormField
              label={t('startsOn')}
              hint={startsOn === '' ? undefined : t('days', { days: days(startsOn, addDays(startsOn, length)) })}
              error={errors.startsOn}
              required
            >
              <Input type="date" {...form.register('startsOn')} />
            </FormField>
          </div>
          <fieldset className="grid gap-2.5">
            <legend className="mb-2 text-ui font-medium text-ink">{t('along')}</legend>
            <Choice label={t('slots')} hint={t('slotsHint')} control={form.control} name="slots" />
            <Choice label={t('team')} hint={t('teamHint')} control={form.control} name="team" />
          </fieldset>
          {preview.isError && <Failure error={preview.error} retry={() => void preview.refetch()} />}
          {preview.isPending && <Skeleton className="h-24 rounded-lg" />}
          {preview.data !== undefined && (
            <dl className="grid grid-cols-3 gap-px overflow-hidden rounded-lg border border-line bg-line">
              {preview.data.map(({ thing, count }) => {
                const stays = (thing === 'slots' && !slots) || (thing === 'members' && !team);
                return (
                  <div key={thing} className="flex flex-col-reverse bg-surface px-3 py-2.5">
                    <dt className="text-xs text-ink-soft">{t(`thing.${thing}`)}</dt>
                    <dd
                      className={
                        stays ? 'text-base text-ink-faint line-through' : 'tabular text-base font-semibold text-ink'
                      }
                    >
                      {count}
                      {stays && <span className="sr-only"> ({t('stays')})</span>}
                    </dd>
                  </div>
                );
              })}
            </dl>
          )}
          <p className="text-xs text-pretty text-ink-faint">{t('never')}</p>
          <FormFailure error={duplicate.error} />
        </form>
      </DialogContent>
    </Dialog>
  );
}

function Choice({
  label,
  hint,
  control,
  name,
}: {
  label: string;
  hint: string;
  control: ReturnType<typeof useForm<z.input<typeof Body>, unknown, Body>>['control'];
  name: 'slots' | 'team';
}) {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field }) => (
        <label className="flex cursor-pointer items-start gap-2.5 text-ui text-ink">
          <Checkbox
            className="mt-0.5"
            checked={field.value === true}
            onCheckedChange={(on) => field.onChange(on === true)}
          />
          <span>
            {label}
            <span className="block text-xs text-ink-faint">{hint}</span>
          </span>
        </label>
      )}
    />
  );
}
