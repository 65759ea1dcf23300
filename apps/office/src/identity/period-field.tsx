import type { Festival } from '@festivals/domain/festival/contract';
import { Button } from '@festivals/ui/button';
import { Field } from '@festivals/ui/field';
import { useTranslations } from 'use-intl';
import { ZonedTimeInput } from '../form/zoned-time-input.tsx';
import { fromZoned } from '../form/zoned-time.ts';

type Props = { festival: Festival; value: string | null; onChange: (until: string | null) => void };

/** Until when somebody is of the team, in the festival's zone; mostly until the last night is over. */
export function PeriodField({ festival, value, onChange }: Props) {
  const t = useTranslations('office.period');
  const form = useTranslations('office.form');
  const morningAfter = new Date(Date.parse(festival.endsOn) + 86_400_000).toISOString().slice(0, 10);
  return (
    <Field
      label={t('until')}
      optional={form('optional')}
      hint={t('hint', { zone: festival.zone.replaceAll('_', ' ') })}
      aside={
        <Button size="sm" tone="quiet" onClick={() => onChange(fromZoned(`${morningAfter}T12:00`, festival.zone))}>
          {t('afterFestival')}
        </Button>
      }
    >
      <ZonedTimeInput zone={festival.zone} value={value} onChange={onChange} />
    </Field>
  );
}
