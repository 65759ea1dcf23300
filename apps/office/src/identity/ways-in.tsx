import type { SignInProvider } from '@festivals/domain/identity/provider-contract';
import { Button } from '@festivals/ui/button';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { Input } from '@festivals/ui/input';
import { ProviderMark } from '@festivals/ui/provider-mark';
import { useToast } from '@festivals/ui/toast';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { FormField } from '../form/form-field.tsx';
import { ListSkeleton } from '../list/paged-list.tsx';
import { Loaded } from '../list/loaded.tsx';
import { FormFailure, useFailureText } from '../shell/failure.tsx';
import { providersQuery } from './sign-in-providers.tsx';

const waysInQuery = queryOptions({
  queryKey: ['ways-in'],
  queryFn: ({ signal }) => api.identity.listWaysIn({}, { signal }),
});

/** The providers that sign me in: each to be unlinked, and those that could be linked. Nothing where this house offers none. */
export function WaysIn() {
  const t = useTranslations('office.waysIn');
  const format = useFormatter();
  const queryClient = useQueryClient();
  const say = useToast();
  const describe = useFailureText();
  const ways = useQuery(waysInQuery);
  const offered = useQuery(providersQuery);
  const unlink = useMutation({
    mutationFn: (identityId: string) => api.identity.unlinkIdentity({ params: { identityId } }),
    onSuccess: () => say({ title: t('unlinked') }),
    onError: (error) => say({ tone: 'danger', title: describe(error).title }),
    onSettled: () => queryClient.invalidateQueries(waysInQuery),
  });
  // Providers send people back to the house's own address alone.
  const free = offered.data?.origin === location.origin ? offered.data.providers : [];
  if (ways.data?.identities.length === 0 && free.length === 0) return null;
  return (
    <Card className="overflow-hidden">
      <CardHeader title={t('title')} description={t('lead')} />
      <Loaded query={ways} waiting={<ListSkeleton rows={1} />}>
        {({ identities, hasPassword }) => (
          <>
            {identities.length > 0 && (
              <ul className="divide-y divide-line border-t border-line">
                {identities.map(({ id, provider, icon, email, linkedAt }) => (
                  <li key={id} className="flex items-center gap-3 px-5 py-3">
                    <ProviderMark icon={icon} />
                    <div className="min-w-0 flex-1">
                      <p className="text-ui font-medium text-ink">{provider}</p>
                      <p className="truncate text-xs text-ink-faint">
                        {t('since', { email: email ?? provider, when: format.dateTime(new Date(linkedAt), 'day') })}
                      </p>
                    </div>
                    <Button
                      size="sm"
                      busy={unlink.isPending && unlink.variables === id}
                      aria-label={t('unlinkOne', { provider })}
                      onClick={() => unlink.mutate(id)}
                    >
                      {t('unlink')}
                    </Button>
                  </li>
                ))}
              </ul>
            )}
            {free.length > 0 && (
              <CardBody className="border-t border-line">
                <LinkProvider providers={free} hasPassword={hasPassword} />
              </CardBody>
            )}
          </>
        )}
      </Loaded>
    </Card>
  );
}

/** Adds a provider; whoever has a password proves with it who they are. */
function LinkProvider({ providers, hasPassword }: { providers: readonly SignInProvider[]; hasPassword: boolean }) {
  const t = useTranslations('office.waysIn');
  const [password, setPassword] = useState('');
  const link = useMutation({
    mutationFn: async (providerId: string) => {
      const { url } = await api.identity.beginProviderLink({
        params: { providerId },
        body: { next: '/account', ...(password && { password }) },
      });
      location.assign(url);
      // The page is about to go: until then the button stays busy.
      await new Promise(() => undefined);
    },
  });
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        const { submitter } = event.nativeEvent as SubmitEvent;
        link.mutate(submitter instanceof HTMLButtonElement ? submitter.value : (providers[0]?.id ?? ''));
      }}
    >
      {hasPassword && (
        <FormField label={t('password')} hint={t('passwordHint')} required>
          <Input
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        </FormField>
      )}
      <FormFailure error={link.error} />
      <div className="flex flex-wrap gap-2">
        {providers.map(({ id, name, icon }) => (
          <Button
            key={id}
            type="submit"
            value={id}
            busy={link.isPending && link.variables === id}
            disabled={link.isPending}
          >
            <ProviderMark icon={icon} />
            {t('link', { provider: name })}
          </Button>
        ))}
      </div>
    </form>
  );
}
