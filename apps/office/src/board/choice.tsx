import { classNames } from '@festivals/ui/class-names';
import { ToggleGroup } from 'radix-ui';

/** One of a few, side by side. */
export function Choice<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: T;
  options: readonly { value: T; text: string }[];
  onChange: (value: T) => void;
}) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={(chosen) => {
        const option = options.find((one) => one.value === chosen);
        if (option) onChange(option.value);
      }}
      className="inline-flex rounded-md bg-sunken p-0.5"
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          className={classNames(
            'h-7 cursor-pointer rounded-sm px-2.5 text-xs font-medium text-ink-soft transition-colors hover:text-ink pointer-coarse:h-9',
            'data-[state=on]:bg-raised data-[state=on]:text-ink data-[state=on]:shadow-flat',
          )}
        >
          {option.text}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
