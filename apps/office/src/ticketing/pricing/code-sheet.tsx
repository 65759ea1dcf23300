import type { Festival } from '@festivals/domain/festival/contract';
import type { PromoCode } from '@festivals/domain/ticketing/pricing/code-schemas';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../../api.ts';
import { useDeedKey } from '../../form/use-deed-key.ts';
import { RecordSheet } from '../../record/record-sheet.tsx';
import { useRecordForm } from '../../record/use-record-form.ts';
import { WaitingSheet } from '../../record/waiting-sheet.tsx';
import { ticketTypesQuery } from '../queries.ts';
import { CodeDoes, CodeLimits, CodeName, CodeReach } from './code-fields.tsx';
import { CodeUses } from './code-uses.tsx';
import { CodeValues, type Values, valuesOf } from './code-values.ts';
import { codeQuery } from './queries.ts';

type Props = { festival: Festival; edit: string; mayEdit: boolean; onClose: () => void };

/** One code, a new one, or many at once, beside the list. */
export function CodeSheet(props: Props) {
  const t = useTranslations('office.codes');
  const isNew = props.edit === 'new' || props.edit === 'many';
  const code = useQuery({ ...codeQuery(props.festival.id, props.edit), enabled: !isNew });
  if (!isNew && code.data === undefined) return <WaitingSheet title={t('code')} query={code} onClose={props.onClose} />;
  return <CodeForm {...props} edited={code.data} />;
}

function CodeForm({ festival, edit, mayEdit, edited, onClose }: Props & { edited: PromoCode | undefined }) {
  const t = useTranslations('office.codes');
  const tickets = useTranslations('office.tickets');
  const keyFor = useDeedKey();
  const params = { festivalId: festival.id };
  const types = useQuery(ticketTypesQuery(festival.id)).data ?? [];
  const isMany = edit === 'many';
  const { form, kept } = useRecordForm({
    festival,
    kind: isMany ? 'codes' : 'code',
    schema: CodeValues,
    record: edited,
    values: valuesOf(edited, isMany),
  });
  const save = async ({ code = '', prefix = '', count = 1, ...terms }: Values): Promise<string> => {
    if (isMany) {
      const body = { ...terms, prefix, count };
      const { made } = await api.ticketing.makePromoCodes({ params, body }, { idempotencyKey: keyFor(body) });
      return t('manyMade', { count: made });
    }
    const body = { ...terms, code };
    if (edited === undefined) await api.ticketing.createPromoCode({ params, body }, { idempotencyKey: keyFor(body) });
    else
      await api.ticketing.updatePromoCode({
        params: { ...params, codeId: edited.id },
        body: { version: kept.version, changes: body },
      });
    return tickets('saved');
  };
  return (
    <RecordSheet
      festival={festival}
      title={edited?.code ?? (isMany ? t('many') : t('create'))}
      description={isMany ? t('manyLead') : t('sheetLead')}
      form={form}
      kept={kept}
      recordId={mayEdit ? edited?.id : undefined}
      readOnly={!mayEdit}
      save={save}
      words={{ saved: (told) => told, ...(isMany && { save: t('make') }) }}
      refresh={[['festival', festival.id, 'promo-codes']]}
      columns
      after={edited && <CodeUses festival={festival} codeId={edited.id} />}
      onClose={onClose}
    >
      <CodeName form={form} isMany={isMany} />
      <CodeDoes form={form} festival={festival} />
      <CodeLimits form={form} festival={festival} />
      <CodeReach form={form} types={types} isNew={edited === undefined} />
    </RecordSheet>
  );
}
