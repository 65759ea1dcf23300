import type { Teammate } from '@festivals/domain/identity/list-views';
import { Button } from '@festivals/ui/button';
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@festivals/ui/dropdown-menu';
import { IconButton } from '@festivals/ui/icon-button';
import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'use-intl';

/** What is asked about a member. */
export type MemberDeed = { what: 'roles' | 'period' | 'remove'; member: Teammate };

type Props = { member: Teammate; isMe: boolean; onAsk: (deed: MemberDeed) => void };

/** What can be done about a member: side by side, or below one sign where a phone has no room. */
export function MemberDeeds({ member, isMe, onAsk }: Props) {
  const word = useTranslations('office.member');
  const period = useTranslations('office.period');
  const { name } = member;
  const deeds = [
    { what: 'roles', words: word('change'), label: word('changeOf', { name }) },
    { what: 'period', words: period('until'), label: period('changeOf', { name }) },
    ...(isMe ? [] : [{ what: 'remove', words: word('remove'), label: word('removeOf', { name }) } as const]),
  ] as const;
  return (
    <>
      <span className="max-sm:hidden">
        {deeds.map(({ what, words, label }) => (
          <Button key={what} size="sm" tone="quiet" aria-label={label} onClick={() => onAsk({ what, member })}>
            {words}
          </Button>
        ))}
      </span>
      <span className="sm:hidden">
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <IconButton label={`${word('actions')}: ${name}`}>
              <Ellipsis aria-hidden="true" />
            </IconButton>
          </DropdownMenuTrigger>
          <DropdownMenuContent>
            {deeds.map(({ what, label }) => (
              <DropdownMenuItem key={what} onSelect={() => onAsk({ what, member })}>
                {label}
              </DropdownMenuItem>
            ))}
          </DropdownMenuContent>
        </DropdownMenu>
      </span>
    </>
  );
}
