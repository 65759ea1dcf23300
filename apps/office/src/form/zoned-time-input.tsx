import { Input } from '@festivals/ui/input';
import { fromZoned, toZoned } from './zoned-time.ts';

/** A moment, typed as a clock in the festival's zone shows it, kept as an instant; null for none. */
export function ZonedTimeInput({
  zone,
  value,
  onChange,
}: {
  zone: string;
  value: string | null;
  onChange: (value: string | null) => void;
}) {
  return (
    <Input
      type="datetime-local"
      className="tabular"
      value={value === null ? '' : toZoned(value, zone)}
      onChange={({ target }) => onChange(target.value === '' ? null : fromZoned(target.value, zone))}
    />
  );
}
