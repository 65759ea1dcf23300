import { Select } from '@festivals/ui/select';

type Props<T extends string> = {
  label: string;
  /** What it says while nothing is left out. */
  any: string;
  options: readonly (readonly [value: T, words: string])[];
  value: T | undefined;
  onPick: (value: T | undefined) => void;
  className: string;
};

/** One kind of rows alone, or all of them. */
export function FilterSelect<T extends string>({ label, any, options, value, onPick, className }: Props<T>) {
  return (
    <Select
      className={className}
      aria-label={label}
      value={value ?? ''}
      onChange={({ target }) => onPick(options.find(([one]) => one === target.value)?.[0])}
    >
      <option value="">{any}</option>
      {options.map(([one, words]) => (
        <option key={one} value={one}>
          {words}
        </option>
      ))}
    </Select>
  );
}
