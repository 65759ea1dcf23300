import type { Festival } from '@festivals/domain/festival/contract';
import type { MinorRule } from '@festivals/domain/ticketing/asked/schemas';
import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { localised } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { Field } from '@festivals/ui/field';
import { IconButton } from '@festivals/ui/icon-button';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { Switch } from '@festivals/ui/switch';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../i18n/language.ts';

interface Props {
  festival: Festival;
  types: readonly TicketType[];
  rules: readonly MinorRule[];
  mayEdit: boolean;
  onChange: (rules: MinorRule[]) => void;
}

const guardians = ['NONE', 'NAMED', 'IN_ORDER'] as const;

/** For which tickets an age is asked, who is a minor there, and who answers for them. */
export function MinorRules({ festival, types, rules, mayEdit, onChange }: Props) {
  const t = useTranslations('office.asked');
  const language = useLanguage();
  const free = types.filter(({ id }) => rules.every(({ ticketTypeId }) => ticketTypeId !== id));
  const nameOf = (id: string) => {
    const type = types.find((one) => one.id === id);
    return type ? localised(type.name, language, festival.languages) : '';
  };
  const add = () => {
    const [type] = free;
    if (type) onChange([...rules, { ticketTypeId: type.id, upToAge: 15, minorsOnly: false, guardian: 'NAMED' }]);
  };
  return (
    <Card>
      <CardHeader
        title={t('minors')}
        description={t('minorsLead')}
        actions={
          mayEdit && (
            <Button disabled={free.length === 0} onClick={add}>
              <Plus aria-hidden="true" />
              {t('addMinors')}
            </Button>
          )
        }
      />
      <CardBody className="space-y-4">
        {rules.length === 0 && <p className="text-ui text-ink-soft">{t('noMinors')}</p>}
        {rules.map((rule, at) => {
          const set = (part: Partial<MinorRule>) =>
            onChange(rules.map((old, place) => (place === at ? { ...old, ...part } : old)));
          return (
            <div
              key={rule.ticketTypeId}
              className="grid gap-4 rounded-lg border border-line p-4 sm:grid-cols-3 *:min-w-0"
            >
              <Field
                label={t('minorType')}
                aside={
                  mayEdit && (
                    <span className="sm:hidden">
                      <Remove
                        name={nameOf(rule.ticketTypeId)}
                        onRemove={() => onChange(rules.filter((_, place) => place !== at))}
                      />
                    </span>
                  )
                }
              >
                <Select
                  value={rule.ticketTypeId}
                  onChange={({ target }) => {
                    const type = types.find(({ id }) => id === target.value);
                    if (type) set({ ticketTypeId: type.id });
                  }}
                >
                  {types
                    .filter(({ id }) => id === rule.ticketTypeId || free.some((one) => one.id === id))
                    .map(({ id }) => (
                      <option key={id} value={id}>
                        {nameOf(id)}
                      </option>
                    ))}
                </Select>
              </Field>
              <Field label={t('upToAge')} hint={t('upToAgeHint')}>
                <Input
                  type="number"
                  min={0}
                  max={25}
                  className="tabular"
                  value={rule.upToAge}
                  onChange={({ target }) =>
                    set({ upToAge: Math.min(25, Math.max(0, Math.trunc(Number(target.value) || 0))) })
                  }
                />
              </Field>
              <Field label={t('guardian')}>
                <Select
                  value={rule.guardian}
                  onChange={({ target }) => set({ guardian: guardians.find((one) => one === target.value) ?? 'NAMED' })}
                >
                  {guardians.map((one) => (
                    <option key={one} value={one}>
                      {t(`guardians.${one}`)}
                    </option>
                  ))}
                </Select>
              </Field>
              <label className="flex cursor-pointer items-center gap-3 text-ui text-ink sm:col-span-2">
                <Switch checked={rule.minorsOnly} onCheckedChange={(minorsOnly) => set({ minorsOnly })} />
                {t('minorsOnly')}
              </label>
              {mayEdit && (
                <span className="hidden justify-self-end sm:block">
                  <Remove
                    name={nameOf(rule.ticketTypeId)}
                    onRemove={() => onChange(rules.filter((_, place) => place !== at))}
                  />
                </span>
              )}
            </div>
          );
        })}
      </CardBody>
    </Card>
  );
}

function Remove({ name, onRemove }: { name: string; onRemove: () => void }) {
  const t = useTranslations('office.asked');
  return (
    <IconButton label={t('removeMinors', { label: name })} onClick={onRemove}>
      <Trash2 aria-hidden="true" />
    </IconButton>
  );
}
