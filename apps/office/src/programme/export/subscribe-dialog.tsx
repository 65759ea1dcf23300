import { Button } from '@festivals/ui/button';
import { Dialog, DialogContent } from '@festivals/ui/dialog';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { Notice } from '@festivals/ui/notice';
import { useToast } from '@festivals/ui/toast';
import type { Festival } from '@festivals/domain/festival/contract';
import { isPublic } from '@festivals/domain/festival/rules';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '../../api.ts';
import { FormFailure } from '../../shell/failure.tsx';

const crewQuery = (festivalId: Festival['id']) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'crew-feeds'],
    queryFn: ({ signal }) => api.programme.listCrewFeeds({ params: { festivalId } }, { signal }),
  });

/** Addresses to subscribe to: everyone's, and the crew's with their secrets. */
export function SubscribeDialog({
  festival,
  mayEdit,
  onClose,
}: {
  festival: Festival;
  mayEdit: boolean;
  onClose: () => void;
}) {
  const t = useTranslations('office.exchange');
  const shell = useTranslations('office.shell');
  const feed = (file: string) => `${location.origin}/api/festivals/${festival.id}/programme/feed/${file}`;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent title={t('subscribe')} description={t('subscribeLead')} closeLabel={shell('close')} size="lg">
        <div className="space-y-6">
          <section className="space-y-3">
            {isPublic(festival) ? null : <Notice>{t('notPublished')}</Notice>}
            <Address label={t('format.ics')} address={feed('programme.ics')} />
            <Address label={t('format.xml')} address={feed('schedule.xml')} />
            <Address label={t('format.json')} address={feed('schedule.json')} />
          </section>
          {mayEdit && <Crew festival={festival} />}
        </div>
      </DialogContent>
    </Dialog>
  );
}

function Address({ label, address }: { label: string; address: string }) {
  const t = useTranslations('office.exchange');
  const say = useToast();
  const copy = () =>
    void navigator.clipboard.writeText(address).then(
      () => say({ title: t('copied') }),
      () => say({ tone: 'danger', title: t('copyByHand') }),
    );
  return (
    <div className="flex items-end gap-2">
      <Field label={label} className="flex-1">
        <Input readOnly value={address} onFocus={({ target }) => target.select()} />
      </Field>
      <Button aria-label={t('copyOf', { name: label })} onClick={copy}>
        <Copy aria-hidden="true" />
        <span className="max-sm:sr-only">{t('copy')}</span>
      </Button>
    </div>
  );
}

function Crew({ festival }: { festival: Festival }) {
  const t = useTranslations('office.exchange');
  const format = useFormatter();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const params = { festivalId: festival.id };
  const feeds = useQuery(crewQuery(festival.id));
  const onSettled = () => queryClient.invalidateQueries({ queryKey: crewQuery(festival.id).queryKey });
  const create = useMutation({
    mutationFn: () => api.programme.createCrewFeed({ params, body: { name: name.trim() } }),
    onSuccess: () => setName(''),
    onSettled,
  });
  const revoke = useMutation({
    mutationFn: (feedId: string) => api.programme.revokeCrewFeed({ params: { ...params, feedId } }),
    onSettled,
  });
  return (
    <section className="space-y-3 border-t border-line pt-5">
      <div className="space-y-0.5">
        <h3 className="text-sm font-semibold text-ink">{t('crew')}</h3>
        <p className="text-ui text-ink-soft">{t('crewLead')}</p>
      </div>
      <ul className="divide-y divide-line empty:hidden">
        {feeds.data?.map((one) => (
          <li key={one.id} className="flex items-center gap-3 py-2 text-ui">
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium text-ink">{one.name}</span>
              <span className="block text-xs text-ink-faint">
                {one.usedAt ? t('used', { at: format.dateTime(new Date(one.usedAt), 'moment') }) : t('unused')}
              </span>
            </span>
            <Button
              size="sm"
              busy={revoke.isPending && revoke.variables === one.id}
              onClick={() => revoke.mutate(one.id)}
            >
              {t('revoke')}
              <span className="sr-only">{one.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      {create.data && (
        <Notice tone="success" live>
          <p className="pb-2">{t('secretOnce')}</p>
          <Address label={create.data.name} address={`${location.origin}/api${create.data.path}`} />
        </Notice>
      )}
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') create.mutate();
        }}
      >
        <Field label={t('crewName')} className="flex-1">
          <Input
            value={name}
            maxLength={80}
            placeholder={t('crewExample')}
            onChange={({ target }) => setName(target.value)}
          />
        </Field>
        <Button type="submit" disabled={name.trim() === ''} busy={create.isPending}>
          {t('crewCreate')}
        </Button>
      </form>
      <FormFailure error={feeds.error ?? create.error ?? revoke.error} />
    </section>
  );
}
