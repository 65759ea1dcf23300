import type { Festival } from '@festivals/domain/festival/contract';
import type { BuyerQuestion } from '@festivals/domain/ticketing/asked/schemas';
import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { localised } from '@festivals/messages';
import { Badge } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { ChevronDown, ChevronRight, Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { RowTools } from '../../festival/settings/row-tools.tsx';
import { useLanguage } from '../../i18n/language.ts';
import type { QuestionFault } from './faults-of.ts';
import { QuestionFields } from './question-fields.tsx';

interface Props {
  festival: Festival;
  types: readonly TicketType[];
  questions: readonly BuyerQuestion[];
  faults: ReadonlyMap<string, QuestionFault[]>;
  mayEdit: boolean;
  edited: string | undefined;
  onEdit: (id: string | undefined) => void;
  onChange: (questions: BuyerQuestion[]) => void;
}

const most = 60;

const fresh = (): BuyerQuestion => ({
  id: crypto.randomUUID(),
  of: 'TICKET',
  at: 'CHECKOUT',
  kind: 'TEXT',
  label: {},
  help: {},
  required: false,
  ticketTypeIds: [],
  condition: null,
  options: [],
  active: true,
});

/** The festival's own questions, in the order in which they are asked; one of them open. */
export function QuestionList({ festival, types, questions, faults, mayEdit, edited, onEdit, onChange }: Props) {
  const t = useTranslations('office.asked');
  const language = useLanguage();
  const nameOf = ({ label }: BuyerQuestion) => localised(label, language, festival.languages) || t('unnamed');
  const move = (from: number, to: number) => {
    const next = questions.filter((_, at) => at !== from);
    const moved = questions[from];
    if (moved) onChange([...next.slice(0, to), moved, ...next.slice(to)]);
  };
  const add = () => {
    const question = fresh();
    onChange([...questions, question]);
    onEdit(question.id);
  };
  return (
    <Card>
      <CardHeader
        title={t('questions')}
        description={t('questionsLead')}
        actions={
          mayEdit && (
            <Button disabled={questions.length >= most} onClick={add}>
              <Plus aria-hidden="true" />
              {t('add')}
            </Button>
          )
        }
      />
      {questions.length === 0 ? (
        <CardBody>
          <p className="text-ui text-ink-soft">{t('noQuestions')}</p>
        </CardBody>
      ) : (
        <ol className="divide-y divide-line border-t border-line">
          {questions.map((question, at) => {
            const isOpen = question.id === edited;
            const name = nameOf(question);
            const on = questions.find(({ id }) => id === question.condition?.questionId);
            return (
              <li key={question.id} className={question.active ? '' : 'bg-sunken'}>
                <div className="flex flex-wrap items-center gap-x-2 gap-y-1 px-3 py-2 sm:px-5">
                  <button
                    type="button"
                    aria-expanded={isOpen}
                    onClick={() => onEdit(isOpen ? undefined : question.id)}
                    className="flex min-w-0 flex-1 basis-64 cursor-pointer items-start gap-2 rounded-md py-1 text-start text-ui text-ink"
                  >
                    {isOpen ? (
                      <ChevronDown aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ink-faint" />
                    ) : (
                      <ChevronRight aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ink-faint" />
                    )}
                    <span className="min-w-0">
                      <span className="font-medium break-words">{name}</span>
                      <span className="block text-xs text-ink-faint">
                        {[
                          t(`kinds.${question.kind}`),
                          t(`ofs.${question.of}`),
                          t(`ats.${question.at}`),
                          on && t('only', { label: nameOf(on) }),
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </span>
                    </span>
                  </button>
                  {faults.has(question.id) && <Badge tone="danger">!</Badge>}
                  {!question.active && <Badge>{t('resting')}</Badge>}
                  {question.required && <Badge tone="accent">{t('required')}</Badge>}
                  {mayEdit && (
                    <RowTools
                      label={name}
                      at={at}
                      count={questions.length}
                      move={move}
                      remove={(gone) => onChange(questions.filter((_, place) => place !== gone))}
                    />
                  )}
                </div>
                {isOpen && (
                  <div className="border-t border-line px-3 py-4 sm:px-5">
                    <QuestionFields
                      value={question}
                      earlier={questions.slice(0, at)}
                      faults={faults.get(question.id) ?? []}
                      festival={festival}
                      types={types}
                      onChange={(next) => onChange(questions.map((old) => (old.id === question.id ? next : old)))}
                    />
                  </div>
                )}
              </li>
            );
          })}
        </ol>
      )}
    </Card>
  );
}
