import { localised } from '@festivals/messages';
import { Checkbox } from '@festivals/ui/checkbox';
import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../i18n/language.ts';

type Id = TicketType['id'];
type Props = {
  legend: string;
  hint: string;
  /** Those that can be ticked. */
  types: readonly TicketType[];
  /** All that there are, where some of them cannot be ticked. */
  all?: readonly TicketType[];
  chosen: readonly Id[];
  onChange: (ids: Id[]) => void;
};

/** Some of the ticket types, ticked. Those that were taken away stay named, and that is said: whoever sees none ticked would think of all. */
export function TypeChecklist({ legend, hint, types, all = types, chosen, onChange }: Props) {
  const t = useTranslations('office.tickets');
  const language = useLanguage();
  const gone = all.length === 0 ? 0 : chosen.filter((one) => all.every(({ id }) => id !== one)).length;
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
      {gone > 0 && <p className="mt-1 text-xs text-ink-soft">{t('typesGone', { count: gone })}</p>}
    </fieldset>
  );
}
