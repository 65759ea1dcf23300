import { ApiError } from '@festivals/contract';
import { NewFestival } from '@festivals/domain/festival/contract';
import { zodResolver } from '@hookform/resolvers/zod';
import { Button } from '@festivals/ui/button';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { Input } from '@festivals/ui/input';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormProvider, useForm, type DefaultValues } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { FormField } from '../form/form-field.tsx';
import { useDeedKey } from '../form/use-deed-key.ts';
import { currentLanguage } from '../i18n/language.ts';
import { meQuery } from '../identity/me.ts';
import { DraftNotice } from '../record/draft-notice.tsx';
import { useKeptForm } from '../record/use-kept-form.ts';
import { FormFailure } from '../shell/failure.tsx';
import { Page } from '../shell/page.tsx';
import { AddressSearch } from './address-search.tsx';
import type { FestivalDraft } from './festival-form.ts';
import { MoneyAndLanguageFields, WhenFields, WhereFields } from './identity-fields.tsx';
import { myFestivalsQuery } from './queries.ts';
import { slugOf } from './slug-of.ts';
import { ThemeField } from './theme-field.tsx';

const blank = (): DefaultValues<FestivalDraft> => ({
  name: '',
  slug: '',
  startsOn: '',
  endsOn: '',
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  place: { name: '', address: '', city: '', country: '' },
  currency: 'EUR',
  languages: [currentLanguage()],
  theme: { seed: Math.floor(Math.random() * 1_000_000), palette: 'sunset' },
});

/** A festival from nothing: what cannot be left out, and nothing more. */
export function CreateFestivalScreen() {
  const t = useTranslations('office.festivalForm');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const say = useToast();
  const keyFor = useDeedKey();
  const [values] = useState(blank);
  const form = useForm<FestivalDraft, unknown, z.output<typeof NewFestival>>({
    resolver: zodResolver(NewFestival),
    defaultValues: values,
  });
  // It belongs to no festival yet.
  const kept = useKeptForm({ form, festivalId: 'none', kind: 'festival', record: undefined, values });
  const { errors, dirtyFields } = form.formState;
  const create = useMutation({
    mutationFn: (body: z.output<typeof NewFestival>) =>
      api.festival.createFestival({ body }, { idempotencyKey: keyFor(body) }),
    onSuccess: async (festival) => {
      kept.forget();
      await Promise.all([
        queryClient.fetchQuery({ ...meQuery, staleTime: 0 }),
        queryClient.invalidateQueries(myFestivalsQuery),
      ]);
      say({ title: t('created', { name: festival.name }) });
      await navigate({ to: '/f/$slug', params: { slug: festival.slug } });
    },
    onError: (error) => {
      if (error instanceof ApiError && error.name === 'SLUG_TAKEN')
        form.setError('slug', { message: error.message }, { shouldFocus: true });
    },
  });
  return (
    <Page title={t('createTitle')} lead={t('createLead')} narrow>
      <FormProvider {...form}>
        <form noValidate onSubmit={form.handleSubmit((body) => create.mutate(body))} className="space-y-5">
          <DraftNotice kept={kept} />
          <Card>
            <CardHeader title={t('who')} />
            <CardBody className="grid gap-4">
              <FormField label={t('name')} error={errors.name} required>
                <Input
                  autoFocus
                  {...form.register('name', {
                    onChange: ({ target }: { target: HTMLInputElement }) => {
                      if (!dirtyFields.slug)
                        form.setValue('slug', slugOf(target.value), { shouldValidate: form.formState.isSubmitted });
                    },
                  })}
                />
              </FormField>
              <FormField label={t('slug')} hint={t('slugHint')} error={errors.slug} required>
                <Input spellCheck={false} autoCapitalize="none" {...form.register('slug')} />
              </FormField>
              <ThemeField />
            </CardBody>
          </Card>
          <Card>
            <CardHeader title={t('when')} />
            <CardBody>
              <WhenFields />
            </CardBody>
          </Card>
          <Card>
            <CardHeader title={t('where')} />
            <CardBody>
              <div className="grid gap-4">
                <AddressSearch />
                <WhereFields />
              </div>
            </CardBody>
          </Card>
          <Card>
            <CardHeader title={t('how')} />
            <CardBody>
              <MoneyAndLanguageFields />
            </CardBody>
          </Card>
          <FormFailure error={create.error} />
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" tone="accent" size="lg" busy={create.isPending}>
              {t('create')}
            </Button>
            <p className="text-xs text-ink-faint">{t('createHint')}</p>
          </div>
        </form>
      </FormProvider>
    </Page>
  );
}
