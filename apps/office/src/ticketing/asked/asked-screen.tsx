import type { Festival } from '@festivals/domain/festival/contract';
import { faultsOf } from './faults-of.ts';
import type { AskedOfBuyers } from '@festivals/domain/ticketing/asked/schemas';
import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { Button } from '@festivals/ui/button';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { Field } from '@festivals/ui/field';
import { Select } from '@festivals/ui/select';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../../api.ts';
import { useFestival } from '../../festival/queries.ts';
import { ZonedTimeInput } from '../../form/zoned-time-input.tsx';
import { Loaded } from '../../list/loaded.tsx';
import { FormFailure } from '../../shell/failure.tsx';
import { Page } from '../../shell/page.tsx';
import { ticketTypesQuery } from '../queries.ts';
import { MinorRules } from './minor-rules.tsx';
import { askedQuery } from './queries.ts';
import { QuestionList } from './question-list.tsx';

const route = getRouteApi('/office/f/$slug/questions');
const names = ['NEVER', 'OPTIONAL', 'REQUIRED'] as const;

/** What the checkout asks. Saved as a whole; which question is open is in the address. */
export function AskedScreen() {
  const t = useTranslations('office.asked');
  const { festival, may } = useFestival();
  const record = useQuery(askedQuery(festival.id));
  const types = useQuery(ticketTypesQuery(festival.id));
  return (
    <Page title={t('title')} festival={festival.name} lead={t('lead')}>
      <Loaded query={record}>
        {(loaded) => (
          <AskedForm
            key={loaded.version}
            festival={festival}
            types={types.data ?? []}
            loaded={loaded}
            mayEdit={may.has('ticketing.edit')}
          />
        )}
      </Loaded>
    </Page>
  );
}

interface Props {
  festival: Festival;
  types: readonly TicketType[];
  loaded: { asked: AskedOfBuyers; version: number };
  mayEdit: boolean;
}

function AskedForm({ festival, types, loaded, mayEdit }: Props) {
  const t = useTranslations('office.asked');
  const say = useToast();
  const queryClient = useQueryClient();
  const { edit } = route.useSearch();
  const navigate = route.useNavigate();
  const [asked, setAsked] = useState(loaded.asked);
  const [tried, setTried] = useState(false);
  const change = (part: Partial<AskedOfBuyers>) => setAsked((now) => ({ ...now, ...part }));
  const open = (id: string | undefined) => void navigate({ search: { edit: id }, replace: true });
  const changed = JSON.stringify(asked) !== JSON.stringify(loaded.asked);
  const faults = tried ? faultsOf(asked) : new Map();
  const save = useMutation({
    mutationFn: () =>
      api.ticketing.saveAsked({ params: { festivalId: festival.id }, body: { asked, version: loaded.version } }),
    onSuccess: (saved) => {
      queryClient.setQueryData(askedQuery(festival.id).queryKey, saved);
      say({ title: t('saved') });
    },
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const [first] = faultsOf(asked).keys();
        if (first === undefined) save.mutate();
        else open(first);
      }}
      className="space-y-6"
    >
      <fieldset disabled={!mayEdit} className="min-w-0 space-y-6">
        <Card>
          <CardHeader title={t('namesTitle')} />
          <CardBody className="grid gap-4 sm:grid-cols-2 *:min-w-0">
            <Field label={t('names')}>
              <Select
                value={asked.names}
                onChange={({ target }) => change({ names: names.find((name) => name === target.value) ?? 'OPTIONAL' })}
              >
                {names.map((name) => (
                  <option key={name} value={name}>
                    {t(`namesOf.${name}`)}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label={t('changesUntil')} hint={t('changesUntilHint')}>
              <ZonedTimeInput
                zone={festival.zone}
                value={asked.changesUntil}
                onChange={(changesUntil) => change({ changesUntil })}
              />
            </Field>
          </CardBody>
        </Card>
        <QuestionList
          festival={festival}
          types={types}
          questions={asked.questions}
          faults={faults}
          mayEdit={mayEdit}
          edited={edit}
          onEdit={open}
          onChange={(questions) => change({ questions })}
        />
        <MinorRules
          festival={festival}
          types={types}
          rules={asked.minors}
          mayEdit={mayEdit}
          onChange={(minors) => change({ minors })}
        />
      </fieldset>
      {faults.size > 0 && (
        <p role="alert" className="text-ui font-medium text-danger-text">
          {t('lookAgain')}
        </p>
      )}
      <FormFailure error={save.error} />
      {mayEdit && (
        <div className="sticky bottom-0 -mx-1 flex flex-wrap items-center gap-3 border-t border-line bg-canvas/90 px-1 py-3 backdrop-blur-md">
          <Button type="submit" tone="accent" disabled={!changed} busy={save.isPending}>
            {t('save')}
          </Button>
          <Button tone="quiet" disabled={!changed} onClick={() => setAsked(loaded.asked)}>
            {t('cancel')}
          </Button>
        </div>
      )}
    </form>
  );
}
