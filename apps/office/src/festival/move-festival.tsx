import { Button } from '@festivals/ui/button';
import { Dialog, DialogClose, DialogContent } from '@festivals/ui/dialog';
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@festivals/ui/dropdown-menu';
import { nextStatuses } from '@festivals/domain/festival/rules';
import type { Festival, FestivalStatus } from '@festivals/domain/festival/contract';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useMoveFestival } from './use-move-festival.ts';

/** Where a festival may go from here. Each step is asked about once more: thousands of people see it. */
export function MoveFestival({ festival }: { festival: Festival }) {
  const t = useTranslations('office.overview');
  const shell = useTranslations('office.shell');
  const [asked, setAsked] = useState<FestivalStatus | null>(null);
  const move = useMoveFestival(festival);
  // Publication has its own button, beside what is still missing for it.
  const steps = nextStatuses(festival.status).filter((to) => to !== 'PUBLISHED');
  if (steps.length === 0) return null;
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button>
            {t('changeStatus')}
            <ChevronDown aria-hidden="true" />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          {steps.map((to) => (
            <DropdownMenuItem key={to} danger={to === 'CANCELLED'} onSelect={() => setAsked(to)}>
              {t(`move.${to}`)}
            </DropdownMenuItem>
          ))}
        </DropdownMenuContent>
      </DropdownMenu>
      <Dialog open={asked !== null} onOpenChange={(open) => !open && setAsked(null)}>
        {asked !== null && (
          <DialogContent
            size="sm"
            title={t(`move.${asked}`)}
            description={t(`moveDetail.${asked}`)}
            closeLabel={shell('close')}
            footer={
              <>
                <DialogClose asChild>
                  <Button>{t('notNow')}</Button>
                </DialogClose>
                <Button
                  tone={asked === 'CANCELLED' ? 'danger' : 'accent'}
                  busy={move.isPending}
                  onClick={() => move.mutate(asked, { onSettled: () => setAsked(null) })}
                >
                  {t(`move.${asked}`)}
                </Button>
              </>
            }
          />
        )}
      </Dialog>
    </>
  );
}
