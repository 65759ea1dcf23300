import { Button } from '@festivals/ui/button';
import { ProviderMark } from '@festivals/ui/provider-mark';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { authApi } from '../api.ts';
import { FormFailure } from '../shell/failure.tsx';

export const providersQuery = queryOptions({
  queryKey: ['sign-in-providers'],
  queryFn: ({ signal }) => authApi.identity.listSignInProviders({}, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The other ways in that this house offers; nothing at all where there are none. */
export function SignInProviders({ next }: { next: string | null }) {
  const t = useTranslations('office.way');
  const { data } = useQuery(providersQuery);
  const begin = useMutation({
    mutationFn: async (providerId: string) => {
      const { url } = await authApi.identity.beginProviderSignIn({
        params: { providerId },
        body: next ? { next } : {},
      });
      location.assign(url);
      // The page is about to go: until then the button stays busy.
      await new Promise(() => undefined);
    },
  });
  // Providers send people back to the house's own address alone.
  if (!data || data.providers.length === 0 || data.origin !== location.origin) return null;
  return (
    <>
      <FormFailure error={begin.error} />
      <ul className="grid gap-2">
        {data.providers.map(({ id, name, icon }) => (
          <li key={id}>
            <Button
              size="lg"
              className="w-full"
              busy={begin.isPending && begin.variables === id}
              disabled={begin.isPending}
              onClick={() => begin.mutate(id)}
            >
              <ProviderMark icon={icon} />
              {t('with', { provider: name })}
            </Button>
          </li>
        ))}
      </ul>
      <p className="flex items-center gap-3 text-xs text-ink-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t('orPassword')}
      </p>
    </>
  );
}
