import { Badge } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Card, CardHeader } from '@festivals/ui/card';
import { useToast } from '@festivals/ui/toast';
import type { SessionId } from '@festivals/domain/primitives';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Globe, LayoutDashboard, Smartphone } from 'lucide-react';
import { useFormatter, useNow, useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { ListSkeleton } from '../list/paged-list.tsx';
import { Loaded } from '../list/loaded.tsx';
import { useFailureText } from '../shell/failure.tsx';
import { browserOf } from './browser-of.ts';
import { useSignOut } from './use-sign-out.ts';

const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => api.identity.listSessions({}, { signal }),
});
const icons = { site: Globe, office: LayoutDashboard, app: Smartphone };

/** Where I am signed in, each to be ended from here. */
export function Sessions() {
  const t = useTranslations('office.sessions');
  const format = useFormatter();
  const now = useNow({ updateInterval: 60_000 });
  const queryClient = useQueryClient();
  const say = useToast();
  const describe = useFailureText();
  const signOut = useSignOut();
  const sessions = useQuery(sessionsQuery);
  const end = useMutation({
    mutationFn: (sessionId: SessionId) => api.identity.revokeSession({ params: { sessionId } }),
    onSuccess: () => say({ title: t('ended') }),
    onError: (error) => say({ tone: 'danger', title: describe(error).title }),
    onSettled: () => queryClient.invalidateQueries(sessionsQuery),
  });
  return (
    <Card className="overflow-hidden">
      <CardHeader
        title={t('title')}
        description={t('lead')}
        actions={<Button onClick={() => void signOut(true)}>{t('endAll')}</Button>}
      />
      <Loaded query={sessions} waiting={<ListSkeleton rows={3} />}>
        {(list) => (
          <ul className="divide-y divide-line border-t border-line">
            {list.map((session) => {
              const Icon = icons[session.face];
              return (
                <li key={session.id} className="flex items-center gap-3 px-5 py-3">
                  <Icon aria-hidden="true" className="size-5 shrink-0 text-ink-faint" />
                  <div className="min-w-0 flex-1">
                    <p className="flex flex-wrap items-center gap-2 text-ui font-medium text-ink">
                      {t(`face.${session.face}`)} · {browserOf(session.userAgent) ?? t('unknownBrowser')}
                      {session.current && <Badge tone="success">{t('current')}</Badge>}
                    </p>
                    <p className="text-xs text-ink-faint">
                      {t('seen', {
                        when: format.relativeTime(new Date(session.lastSeenAt), now),
                        since: format.dateTime(new Date(session.startedAt), 'day'),
                      })}
                    </p>
                  </div>
                  {!session.current && (
                    <Button
                      size="sm"
                      busy={end.isPending && end.variables === session.id}
                      onClick={() => end.mutate(session.id)}
                    >
                      {t('end')}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </Loaded>
    </Card>
  );
}
