import { SocialLink } from '@festivals/domain/festival/details';
import { networkOf } from '@festivals/domain/festival/social';
import { Badge } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Input } from '@festivals/ui/input';
import { Plus } from 'lucide-react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { FormField } from '../../form/form-field.tsx';
import { useFestival } from '../queries.ts';
import { RowTools } from './row-tools.tsx';
import { SectionForm } from './section-form.tsx';
import { useDetails } from './use-save-details.ts';

/** A form's rows are objects; the festival keeps plain addresses. */
const Form = z.object({ links: z.array(z.object({ address: SocialLink })).max(20) });

/** Where else it is to be found. */
export function SocialSection() {
  const t = useTranslations('office.settings');
  const { festival } = useFestival();
  const { content, version, save, refetch } = useDetails(festival, 'social');
  const rowsOf = (addresses: readonly string[]) => ({ links: addresses.map((address) => ({ address })) });
  return (
    <SectionForm
      festival={festival}
      name="social"
      version={version}
      title={t('section.social')}
      lead={t('socialLead')}
      schema={Form}
      saved={rowsOf(content)}
      save={async ({ links }, over) => rowsOf(await save([...new Set(links.map(({ address }) => address))], over))}
      onConflict={refetch}
    >
      <Links />
    </SectionForm>
  );
}

function Links() {
  const t = useTranslations('office.settings.social');
  const { control, formState, register, watch } = useFormContext<z.input<typeof Form>>();
  const { fields, append, move, remove } = useFieldArray({ control, name: 'links' });
  const links = watch('links');
  return (
    <>
      {fields.length === 0 && <p className="text-ui text-ink-soft">{t('empty')}</p>}
      <ul className="space-y-3">
        {fields.map(({ id }, at) => {
          const network = networkOf(links[at]?.address ?? '');
          const label = network === null ? t('number', { number: at + 1 }) : t(`network.${network}`);
          return (
            <li key={id} className="flex items-end gap-2">
              <FormField
                label={t('address')}
                aside={network === null ? undefined : <Badge tone="success">{label}</Badge>}
                error={formState.errors.links?.[at]?.address}
                className="flex-1"
              >
                <Input
                  type="url"
                  inputMode="url"
                  spellCheck={false}
                  placeholder="https://"
                  {...register(`links.${at}.address`)}
                />
              </FormField>
              <RowTools label={label} at={at} count={fields.length} move={move} remove={remove} />
            </li>
          );
        })}
      </ul>
      <Button className="justify-self-start" disabled={fields.length >= 20} onClick={() => append({ address: '' })}>
        <Plus aria-hidden="true" />
        {t('add')}
      </Button>
    </>
  );
}
