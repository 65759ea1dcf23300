import { Switch } from '@festivals/ui/switch';

type Props = { label: string; hint?: string; on: boolean; onChange: (on: boolean) => void; className?: string };

/** Something that is so or not so, with what it means. */
export function SwitchField({ label, hint, on, onChange, className = '' }: Props) {
  return (
    <label className={`flex cursor-pointer items-start gap-3 text-ui text-ink ${className}`}>
      <Switch checked={on} onCheckedChange={onChange} />
      <span className="min-w-0">
        {label}
        {hint !== undefined && <span className="block text-xs text-pretty text-ink-faint">{hint}</span>}
      </span>
    </label>
  );
}
