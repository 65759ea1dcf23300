import { ApiError } from '@festivals/contract';
import { updateFestival, type Festival } from '@festivals/domain/festival/contract';
import { zodResolver } from '@hookform/resolvers/zod';
import { Button } from '@festivals/ui/button';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { Input } from '@festivals/ui/input';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Controller, FormProvider, useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { FormField } from '../form/form-field.tsx';
import { LocalisedInput } from '../form/localised-input.tsx';
import { validationText } from '../i18n/validation.ts';
import { meQuery } from '../identity/me.ts';
import { FormNotices } from '../record/form-notices.tsx';
import { SaveFailure } from '../record/save-failure.tsx';
import { useKeptForm } from '../record/use-kept-form.ts';
import { Page } from '../shell/page.tsx';
import { MoneyAndLanguageFields, WhenFields, WhereFields } from './identity-fields.tsx';
import { festivalQuery, myFestivalsQuery, readinessQuery, useFestival } from './queries.ts';
import { ThemeField } from './theme-field.tsx';

const Changes = updateFestival.body.shape.changes.required();
type Changes = z.output<typeof Changes>;

const editable = ({
  name,
  slug,
  tagline,
  description,
  startsOn,
  endsOn,
  zone,
  cutOff,
  place,
  currency,
  languages,
  theme,
}: Festival): Changes => ({
  name,
  slug,
  tagline,
  description,
  startsOn,
  endsOn,
  zone,
  cutOff,
  place,
  currency,
  languages,
  theme,
});

/** Everything that the public sees of a festival and that can still be changed. */
export function SettingsScreen() {
  const t = useTranslations('office.settings');
  const f = useTranslations('office.festivalForm');
  const { festival } = useFestival();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const say = useToast();
  const form = useForm<z.input<typeof Changes>, unknown, Changes>({
    resolver: zodResolver(Changes),
    defaultValues: editable(festival),
  });
  const kept = useKeptForm({
    form,
    festivalId: festival.id,
    kind: 'settings',
    record: festival,
    values: editable(festival),
  });
  const { errors, isDirty } = form.formState;
  const save = useMutation({
    mutationFn: (changes: Changes) =>
      api.festival.updateFestival({
        params: { festivalId: festival.id },
        body: { version: kept.version, changes },
      }),
    onSuccess: async (saved) => {
      queryClient.setQueryData(festivalQuery(festival.id).queryKey, saved);
      form.reset(editable(saved));
      kept.forget();
      say({ title: t('saved') });
      await Promise.all([
        queryClient.fetchQuery({ ...meQuery, staleTime: 0 }),
        queryClient.invalidateQueries(myFestivalsQuery),
        queryClient.invalidateQueries(readinessQuery(festival.id)),
      ]);
      if (saved.slug !== festival.slug)
        await navigate({ to: '/f/$slug/settings', params: { slug: saved.slug }, replace: true });
    },
    onError: (error) => {
      if (!(error instanceof ApiError)) return;
      if (error.name === 'SLUG_TAKEN') form.setError('slug', { message: error.message }, { shouldFocus: true });
      // Somebody else saved meanwhile: their version comes in, what was typed here stays.
      if (error.name === 'CONFLICT') void queryClient.invalidateQueries(festivalQuery(festival.id));
    },
  });
  return (
    <Page title={t('title')} festival={festival.name} lead={t('lead')} narrow>
      <FormProvider {...form}>
        <form noValidate onSubmit={form.handleSubmit((changes) => save.mutate(changes))} className="space-y-5">
          <FormNotices kept={kept} festival={festival} />
          <Card id="texts">
            <CardHeader title={t('texts')} description={t('textsLead')} />
            <CardBody className="grid gap-4">
              <FormField label={f('name')} error={errors.name} required>
                <Input {...form.register('name')} />
              </FormField>
              <FormField label={f('slug')} hint={f('slugHint')} error={errors.slug} required>
                <Input spellCheck={false} autoCapitalize="none" {...form.register('slug')} />
              </FormField>
              <Controller
                control={form.control}
                name="tagline"
                render={({ field, fieldState }) => (
                  <LocalisedInput
                    label={t('tagline')}
                    hint={t('taglineHint')}
                    error={validationText(fieldState.error?.message)}
                    languages={festival.languages}
                    value={field.value}
                    onChange={field.onChange}
                    maxLength={200}
                  />
                )}
              />
              <Controller
                control={form.control}
                name="description"
                render={({ field, fieldState }) => (
                  <LocalisedInput
                    label={t('description')}
                    hint={t('descriptionHint')}
                    error={validationText(fieldState.error?.message)}
                    languages={festival.languages}
                    value={field.value}
                    onChange={field.onChange}
                    lines={6}
                    maxLength={5000}
                  />
                )}
              />
            </CardBody>
          </Card>
          <Card>
            <CardHeader title={t('look')} />
            <CardBody>
              <ThemeField />
            </CardBody>
          </Card>
          <Card>
            <CardHeader title={f('when')} />
            <CardBody>
              <WhenFields />
            </CardBody>
          </Card>
          <Card>
            <CardHeader title={f('where')} />
            <CardBody>
              <WhereFields />
            </CardBody>
          </Card>
          <Card>
            <CardHeader title={f('how')} />
            <CardBody>
              <MoneyAndLanguageFields currencyFixed={festival.status !== 'DRAFT'} />
            </CardBody>
          </Card>
          <SaveFailure error={save.error} kept={kept} />
          <div className="sticky bottom-0 -mx-1 flex items-center gap-3 border-t border-line bg-canvas/90 px-1 py-3 backdrop-blur-md">
            <Button type="submit" tone="accent" busy={save.isPending} disabled={!isDirty}>
              {t('save')}
            </Button>
            <Button
              tone="quiet"
              disabled={!isDirty}
              onClick={() => {
                form.reset(editable(festival));
                kept.forget();
              }}
            >
              {t('discard')}
            </Button>
            <p role="status" className="text-xs text-ink-faint">
              {isDirty ? t('unsaved') : ''}
            </p>
          </div>
        </form>
      </FormProvider>
    </Page>
  );
}
