import type { Festival } from '@festivals/domain/festival/contract';
import { NewTicketType } from '@festivals/domain/ticketing/contract';
import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { localised } from '@festivals/messages';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { readinessQuery } from '../festival/queries.ts';
import { useOfferedRates } from '../festival/vat-input.tsx';
import { useDeedKey } from '../form/use-deed-key.ts';
import { useLanguage } from '../i18n/language.ts';
import { RecordSheet } from '../record/record-sheet.tsx';
import { useRecordForm } from '../record/use-record-form.ts';
import { ticketTypesQuery } from './queries.ts';
import { TypeCounts, TypePrices, TypeSale, TypeWords } from './ticket-type-fields.tsx';
import { valuesOf, withCapacity } from './ticket-type-values.ts';

type Props = {
  festival: Festival;
  edited: TicketType | undefined;
  nextOrder: number;
  /** The rate that a new type begins with, in basis points. */
  vat: number;
  onClose: () => void;
};

/** A new kind of ticket, or another look at one, beside the list. */
export function TicketTypeSheet(props: Omit<Props, 'vat'>) {
  const rates = useOfferedRates(props.festival);
  // A new type begins with the first of the rates: its form is made once they are known.
  return rates === undefined ? null : <TicketTypeForm {...props} vat={rates[0]?.rate ?? 2100} />;
}

function TicketTypeForm({ festival, edited, nextOrder, vat, onClose }: Props) {
  const t = useTranslations('office.tickets');
  const language = useLanguage();
  const keyFor = useDeedKey();
  const params = { festivalId: festival.id };
  const at = ({ id }: TicketType) => ({ ...params, ticketTypeId: id });
  const { form, kept } = useRecordForm({
    festival,
    kind: 'ticketType',
    schema: NewTicketType,
    record: edited,
    values: valuesOf({ edited, nextOrder, vat }),
  });
  return (
    <RecordSheet
      festival={festival}
      title={edited === undefined ? t('create') : t('edit')}
      description={edited === undefined ? t('createLead') : t('editLead', { sold: edited.quota.sold })}
      form={form}
      kept={kept}
      recordId={edited?.id}
      past={{ valuesOf: withCapacity }}
      save={(body) =>
        edited === undefined
          ? api.ticketing.createTicketType({ params, body }, { idempotencyKey: keyFor(body) })
          : api.ticketing.updateTicketType({ params: at(edited), body: { version: kept.version, changes: body } })
      }
      removal={
        edited && {
          run: () => api.ticketing.deleteTicketType({ params: at(edited), query: { version: edited.version } }),
          restore: () => api.ticketing.restoreTicketType({ params: at(edited) }),
          words: { removed: t('removed', { name: localised(edited.name, language) }) },
        }
      }
      refresh={[ticketTypesQuery, readinessQuery].map((query) => query(festival.id).queryKey)}
      columns
      onClose={onClose}
    >
      <TypeWords form={form} festival={festival} />
      <TypePrices form={form} festival={festival} />
      <TypeCounts form={form} sold={edited?.quota.sold ?? 0} />
      <TypeSale form={form} festival={festival} />
    </RecordSheet>
  );
}
