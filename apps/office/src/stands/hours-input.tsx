import { Input } from '@festivals/ui/input';
import type { Festival } from '@festivals/domain/festival/contract';
import type { OpeningHours } from '@festivals/domain/places/opening-hours';
import { useFormatter, useTranslations } from 'use-intl';

type Props = { festival: Festival; value: OpeningHours[]; onChange: (hours: OpeningHours[]) => void; wrong: boolean };

const dayInMs = 86_400_000;

/** The festival's days, and any other that has hours already. */
function daysOf({ startsOn, endsOn }: Festival, hours: readonly OpeningHours[]): string[] {
  const [first, last] = [Date.parse(startsOn), Date.parse(endsOn)];
  const count = Math.min(Math.round((last - first) / dayInMs) + 1, 60);
  const days = Array.from({ length: count }, (_, day) => new Date(first + day * dayInMs).toISOString().slice(0, 10));
  return [...new Set([...days, ...hours.map(({ day }) => day)])].toSorted();
}

/** When a stand is open, day by day; a day without hours says nothing. */
export function HoursInput({ festival, value, onChange, wrong }: Props) {
  const t = useTranslations('office.menu');
  const format = useFormatter();
  const change = (day: string, part: 'opens' | 'closes', time: string) => {
    const now = value.find((one) => one.day === day) ?? { day, opens: '', closes: '' };
    const next = { ...now, [part]: time };
    const rest = value.filter((one) => one.day !== day);
    onChange(
      next.opens === '' && next.closes === '' ? rest : [...rest, next].toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    );
  };
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-ui font-medium text-ink">{t('hours')}</legend>
      <p className="mb-2 text-xs text-ink-faint">{t('hoursHint')}</p>
      <ul className="space-y-1.5">
        {daysOf(festival, value).map((day) => {
          const hours = value.find((one) => one.day === day);
          const name = format.dateTime(new Date(`${day}T12:00:00Z`), {
            weekday: 'short',
            day: 'numeric',
            month: 'short',
            timeZone: 'UTC',
          });
          return (
            <li
              key={day}
              className="grid grid-cols-[minmax(0,1fr)_6.5rem_6.5rem] items-center gap-2 text-ui text-ink-soft"
            >
              <span>{name}</span>
              {(['opens', 'closes'] as const).map((part) => (
                <Input
                  key={part}
                  type="time"
                  aria-label={t(part, { day: name })}
                  aria-invalid={(wrong && hours !== undefined && hours[part] === '') || undefined}
                  value={hours?.[part] ?? ''}
                  onChange={({ target }) => change(day, part, target.value)}
                />
              ))}
            </li>
          );
        })}
      </ul>
      {wrong && (
        <p role="alert" className="mt-1.5 text-xs font-medium text-danger-text">
          {t('hoursWrong')}
        </p>
      )}
    </fieldset>
  );
}
