import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@festivals/ui/dropdown-menu';
import { IconButton } from '@festivals/ui/icon-button';
import { ArrowDown, ArrowUp, CornerDownRight, MoreHorizontal } from 'lucide-react';
import { useTranslations } from 'use-intl';

type Props = {
  name: string;
  headings: readonly (readonly [id: string, name: string])[];
  onStep: (step: -1 | 1) => void;
  /** Below a heading, or below none. */
  onHeading: (heading: string | null) => void;
};

/** Where a row goes, for the keyboard and for a thumb: Alt with an arrow moves it at once. */
export function MoveMenu({ name, headings, onStep, onHeading }: Props) {
  const t = useTranslations('office.shopOrder');
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <IconButton
          label={t('moveOf', { name })}
          size="sm"
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onKeyDown={(event) => {
            if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
            event.preventDefault();
            onStep(event.key === 'ArrowUp' ? -1 : 1);
          }}
        >
          <MoreHorizontal aria-hidden="true" />
        </IconButton>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuItem onSelect={() => onStep(-1)}>
          <ArrowUp aria-hidden="true" />
          {t('up')}
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => onStep(1)}>
          <ArrowDown aria-hidden="true" />
          {t('down')}
        </DropdownMenuItem>
        {headings.length > 0 && (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuLabel>{t('toHeading')}</DropdownMenuLabel>
            {[[null, t('noHeading')] as const, ...headings].map(([id, heading]) => (
              <DropdownMenuItem key={id ?? ''} onSelect={() => onHeading(id)}>
                <CornerDownRight aria-hidden="true" />
                {heading}
              </DropdownMenuItem>
            ))}
          </>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
