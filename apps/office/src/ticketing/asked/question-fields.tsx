import type { Festival } from '@festivals/domain/festival/contract';
import { wantsOptions } from '@festivals/domain/ticketing/asked/contradictions';
import { QuestionKind, type BuyerQuestion } from '@festivals/domain/ticketing/asked/schemas';
import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { Field } from '@festivals/ui/field';
import { Select } from '@festivals/ui/select';
import { Switch } from '@festivals/ui/switch';
import { useTranslations } from 'use-intl';
import { LocalisedInput } from '../../form/localised-input.tsx';
import { told } from '../pricing/told.ts';
import { TypeChecklist } from '../type-checklist.tsx';
import { ConditionFields } from './condition-fields.tsx';
import type { QuestionFault } from './faults-of.ts';
import { OptionFields } from './option-fields.tsx';

interface Props {
  value: BuyerQuestion;
  earlier: readonly BuyerQuestion[];
  faults: readonly QuestionFault[];
  festival: Festival;
  types: readonly TicketType[];
  onChange: (value: BuyerQuestion) => void;
}

const whose = ['TICKET', 'ORDER'] as const;
const times = ['CHECKOUT', 'LATER'] as const;
const flags = ['required', 'active'] as const;

/** One question: its words, its kind of answer, of whom and when it is asked. */
export function QuestionFields({ value, earlier, faults, festival, types, onChange }: Props) {
  const t = useTranslations('office.asked');
  const set = (part: Partial<BuyerQuestion>) => onChange({ ...value, ...part });
  const fault = (name: QuestionFault) => (faults.includes(name) ? t(`faults.${name}`) : undefined);
  return (
    <div className="grid gap-4 sm:grid-cols-2 *:min-w-0">
      <div className="sm:col-span-2">
        <LocalisedInput
          languages={festival.languages}
          label={t('label')}
          error={fault('no_name')}
          value={value.label}
          onChange={(label) => set({ label: told(label) })}
          maxLength={200}
          required
        />
      </div>
      <div className="sm:col-span-2">
        <LocalisedInput
          languages={festival.languages}
          label={t('help')}
          value={value.help}
          onChange={(help) => set({ help: told(help) })}
          maxLength={500}
          lines={2}
        />
      </div>
      <Field label={t('kind')}>
        <Select value={value.kind} onChange={({ target }) => set({ kind: QuestionKind.parse(target.value) })}>
          {QuestionKind.options.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('of')}>
        <Select
          value={value.of}
          onChange={({ target }) => set({ of: whose.find((one) => one === target.value) ?? 'TICKET' })}
        >
          {whose.map((one) => (
            <option key={one} value={one}>
              {t(`ofs.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('at')} error={fault('needs_deadline')}>
        <Select
          value={value.at}
          onChange={({ target }) => set({ at: times.find((one) => one === target.value) ?? 'CHECKOUT' })}
        >
          {times.map((one) => (
            <option key={one} value={one}>
              {t(`ats.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        {flags.map((flag) => (
          <label key={flag} className="flex min-h-9 cursor-pointer items-center gap-3 text-ui text-ink">
            <Switch checked={value[flag]} onCheckedChange={(on) => set({ [flag]: on })} />
            {t(flag)}
          </label>
        ))}
      </div>
      {wantsOptions(value) && (
        <div className="sm:col-span-2">
          <OptionFields
            festival={festival}
            options={value.options}
            error={fault('no_options')}
            onChange={(options) => set({ options })}
          />
        </div>
      )}
      <div className="sm:col-span-2">
        <ConditionFields
          value={value}
          earlier={earlier}
          festival={festival}
          error={fault('condition_impossible')}
          onChange={(condition) => set({ condition })}
        />
      </div>
      <div className="sm:col-span-2">
        <TypeChecklist
          legend={t('types')}
          hint={t('typesHint')}
          types={types}
          chosen={value.ticketTypeIds}
          onChange={(ticketTypeIds) => set({ ticketTypeIds })}
        />
      </div>
    </div>
  );
}
