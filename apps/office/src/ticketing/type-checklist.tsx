import { localised } from '@festivals/messages';
import { Checkbox } from '@festivals/ui/checkbox';
import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { useLanguage } from '../i18n/language.ts';

type Id = TicketType['id'];
type Props = {
  legend: string;
  hint: string;
  types: readonly TicketType[];
  chosen: readonly Id[];
  onChange: (ids: Id[]) => void;
};

/** Some of the ticket types, ticked. */
export function TypeChecklist({ legend, hint, types, chosen, onChange }: Props) {
  const language = useLanguage();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-ui font-medium text-ink">{legend}</legend>
      <p className="mb-1 text-xs text-ink-faint">{hint}</p>
      {types.map(({ id, name }) => (
        <label
          key={id}
          className="flex cursor-pointer items-center gap-2.5 rounded-md py-1.5 text-ui text-ink pointer-coarse:py-2.5"
        >
          <Checkbox
            checked={chosen.includes(id)}
            onCheckedChange={(on) => onChange(on === true ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
          {localised(name, language)}
        </label>
      ))}
    </fieldset>
  );
}
