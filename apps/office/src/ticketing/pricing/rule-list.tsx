import type { Festival } from '@festivals/domain/festival/contract';
import type { PriceRules } from '@festivals/domain/ticketing/pricing/schemas';
import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { localised } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { Plus } from 'lucide-react';
import { useEffect, useRef, type ComponentType, type ReactNode } from 'react';
import { Controller, useFormContext, type FieldPathValue } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { errorAt } from '../../form/error-at.ts';
import { useLanguage } from '../../i18n/language.ts';
import type { FieldsProps } from './bundle-fields.tsx';

type ListName = 'bundles' | 'fees' | 'discounts';
type Rule<N extends ListName> = PriceRules[N][number];

type Props<N extends ListName> = {
  name: N;
  festival: Festival;
  types: readonly TicketType[];
  mayEdit: boolean;
  Fields: ComponentType<FieldsProps<Rule<N>>>;
  /** A new one to begin with; undefined as long as there can be none. */
  fresh: (() => Rule<N>) | undefined;
  /** What is to be done first, as long as there can be none. */
  instead?: ReactNode;
};

/** The bundles, fees or discounts of a festival, one below the other. */
export function RuleList<N extends ListName>({ name, festival, types, mayEdit, Fields, fresh, instead }: Props<N>) {
  const t = useTranslations('office.prices');
  // Which of the lists, as the texts know them.
  const list: ListName = name;
  const language = useLanguage();
  const { control } = useFormContext<PriceRules>();
  const body = useRef<HTMLDivElement>(null);
  // Whoever adds one goes on in it.
  const added = useRef(false);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    body.current?.querySelector<HTMLElement>('[data-rule]:last-child input')?.focus();
  });
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState: { error } }) => {
        // The list of that name holds rules of that kind, which a union of all lists cannot see.
        const rules = field.value as Rule<N>[];
        const change = (next: Rule<N>[]) => field.onChange(next as FieldPathValue<PriceRules, N>);
        return (
          <Card>
            <CardHeader
              title={t(`${list}.title`)}
              description={fresh === undefined && list === 'bundles' ? t('bundles.first') : t(`${list}.lead`)}
              actions={
                mayEdit &&
                (fresh === undefined ? (
                  instead
                ) : (
                  <Button
                    onClick={() => {
                      added.current = true;
                      change([...rules, fresh()]);
                    }}
                  >
                    <Plus aria-hidden="true" />
                    {t(`${list}.add`)}
                  </Button>
                ))
              }
            />
            {rules.length > 0 && (
              <CardBody ref={body} className="space-y-4">
                {rules.map((rule, at) => (
                  <div
                    key={rule.id}
                    data-rule=""
                    role="group"
                    aria-label={localised(rule.name, language) || t(`${list}.unnamed`)}
                    className="rounded-lg border border-line p-4"
                  >
                    <Fields
                      value={rule}
                      error={Array.isArray(error) ? (error[at] as unknown) : undefined}
                      festival={festival}
                      types={types}
                      onChange={(next) => change(rules.map((old, place) => (place === at ? next : old)))}
                    />
                    {mayEdit && (
                      <div className="mt-3 flex justify-end">
                        <Button size="sm" tone="quiet" onClick={() => change(rules.filter((_, place) => place !== at))}>
                          {t(`${list}.removeOne`)}
                          <span className="sr-only"> {localised(rule.name, language)}</span>
                        </Button>
                      </div>
                    )}
                  </div>
                ))}
                {error !== undefined && !Array.isArray(error) && (
                  <p role="alert" className="text-xs font-medium text-danger-text">
                    {errorAt(error)}
                  </p>
                )}
              </CardBody>
            )}
          </Card>
        );
      }}
    />
  );
}
