import type { PriceRules } from '@festivals/domain/ticketing/pricing/schemas';
import { ProofOfWork } from '@festivals/domain/ticketing/hold-work/schemas';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { Field } from '@festivals/ui/field';
import { Select } from '@festivals/ui/select';
import { useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';

/** What keeps programs from emptying a sale. */
export function RushRules() {
  const t = useTranslations('office.prices');
  const { register } = useFormContext<PriceRules>();
  return (
    <Card>
      <CardHeader title={t('rushTitle')} description={t('rushLead')} />
      <CardBody>
        <Field label={t('proofOfWork')} hint={t('proofOfWorkHint')} className="max-w-md">
          <Select {...register('proofOfWork')}>
            {ProofOfWork.options.map((mode) => (
              <option key={mode} value={mode}>
                {t(`proofsOfWork.${mode}`)}
              </option>
            ))}
          </Select>
        </Field>
      </CardBody>
    </Card>
  );
}
