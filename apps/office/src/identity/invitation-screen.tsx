import { ApiError } from '@festivals/contract';
import type { viewInvitation } from '@festivals/domain/identity/team-contract';
import { maskEmail } from '@festivals/domain/identity/rules';
import { Button } from '@festivals/ui/button';
import { Notice } from '@festivals/ui/notice';
import { Skeleton } from '@festivals/ui/skeleton';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api, authApi } from '../api.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { Failure, FormFailure } from '../shell/failure.tsx';
import { useRoleText } from './ability-name.ts';
import { GuestForm } from './guest-form.tsx';
import { meQuery } from './me.ts';

const route = getRouteApi('/guest/invitation');

type View = z.output<typeof viewInvitation.response>;

/** What the mail's link leads to: who invites me into what, and the way in. */
export function InvitationScreen() {
  const t = useTranslations('office.invitation');
  const { token } = route.useSearch();
  const view = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => authApi.identity.viewInvitation({ body: { token } }, { signal }),
  });
  if (view.isSuccess)
    return view.data.state === 'open' ? <Open view={view.data} token={token} /> : <Over view={view.data} />;
  if (!view.isError)
    return (
      <div aria-busy="true" className="space-y-4">
        <Skeleton className="h-7 w-3/4" />
        <Skeleton className="w-1/2" />
        <Skeleton className="h-11 w-full" />
      </div>
    );
  if (view.error instanceof ApiError && view.error.status === 400)
    return (
      <GuestForm title={t('unknownTitle')} lead={t('unknownDetail')}>
        <ToOffice />
      </GuestForm>
    );
  return <Failure error={view.error} retry={() => void view.refetch()} />;
}

function ToOffice() {
  const t = useTranslations('office.invitation');
  return (
    <Button asChild size="lg">
      <Link to="/">{t('toOffice')}</Link>
    </Button>
  );
}

function Over({ view: { state, inviterName } }: { view: View }) {
  const t = useTranslations('office.invitation');
  const reason = { expired: 'noExpired', revoked: 'noRevoked', accepted: 'noAccepted', open: 'noAccepted' } as const;
  return (
    <GuestForm title={t('noTitle')} lead={t(reason[state], { inviter: inviterName })}>
      <ToOffice />
    </GuestForm>
  );
}

function Open({ view, token }: { view: View; token: string }) {
  const t = useTranslations('office.invitation');
  const roleName = useTranslations('office.role');
  const roleText = useRoleText();
  const { data: me } = useSuspenseQuery(meQuery);
  const period = useTranslations('office.period');
  const format = useFormatter();
  const { festivalName, inviterName, role, sentTo, memberUntil } = view;
  return (
    <GuestForm
      title={t('pageTitle', { festival: festivalName })}
      lead={t('pageLead', { inviter: inviterName, role: roleName(role) })}
    >
      <div className="rounded-lg bg-sunken px-4 py-3 text-ui">
        <p className="font-medium text-ink">{t('asRole')}</p>
        <p className="text-pretty text-ink-soft first-letter:uppercase">{roleText(role)}.</p>
        {memberUntil !== null && (
          <p className="mt-1.5 text-ink-soft">
            {period('youUntil', { date: format.dateTime(new Date(memberUntil), 'day') })}
          </p>
        )}
      </div>
      {me === null ? (
        <>
          <p className="text-ui text-ink-soft">{t('sentTo', { sentTo })}</p>
          <SignIn token={token} label={t('signIn')} />
          <Button asChild size="lg">
            <Link to="/register" search={{ next: pathOf(token) }}>
              {t('register')}
            </Link>
          </Button>
        </>
      ) : maskEmail(me.email) === sentTo ? (
        <Accept token={token} festivalName={festivalName} email={me.email} />
      ) : (
        <OtherAccount token={token} sentTo={sentTo} email={me.email} />
      )}
    </GuestForm>
  );
}

const pathOf = (token: string) => `/invitation?token=${token}`;

function SignIn({ token, label }: { token: string; label: string }) {
  return (
    <Button asChild tone="accent" size="lg">
      <Link to="/sign-in" search={{ next: pathOf(token) }}>
        {label}
      </Link>
    </Button>
  );
}

function OtherAccount({ token, sentTo, email }: { token: string; sentTo: string; email: string }) {
  const t = useTranslations('office.invitation');
  return (
    <>
      <Notice tone="warning">{t('otherAccount', { sentTo, email })}</Notice>
      <SignIn token={token} label={t('switchAccount')} />
    </>
  );
}

function Accept({ token, festivalName, email }: { token: string; festivalName: string; email: string }) {
  const t = useTranslations('office.invitation');
  const queryClient = useQueryClient();
  const router = useRouter();
  const say = useToast();
  const keyFor = useDeedKey();
  const accept = useMutation({
    mutationFn: () => api.identity.acceptInvitation({ body: { token } }, { idempotencyKey: keyFor(token) }),
    onSuccess: async ({ festivalSlug }) => {
      // What I may do has changed: nothing of what was loaded before says so.
      await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
      void queryClient.invalidateQueries({ queryKey: ['festivals'] });
      say({ title: t('welcome', { festival: festivalName }) });
      await router.navigate({ to: '/f/$slug', params: { slug: festivalSlug }, replace: true });
    },
  });
  if (accept.error instanceof ApiError && accept.error.name === 'INVITED_ANOTHER')
    return <OtherAccount token={token} sentTo={String(accept.error.details['sentTo'])} email={email} />;
  return (
    <>
      <p className="text-ui text-ink-soft">{t('signedInAs', { email })}</p>
      <FormFailure error={accept.error} />
      <Button tone="accent" size="lg" busy={accept.isPending} autoFocus onClick={() => accept.mutate()}>
        {t('accept')}
      </Button>
    </>
  );
}
