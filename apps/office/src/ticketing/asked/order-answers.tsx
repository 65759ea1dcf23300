import type { Festival } from '@festivals/domain/festival/contract';
import type { KeptAnswer, HolderKnown } from '@festivals/domain/ticketing/asked/schemas';
import type { Order } from '@festivals/domain/ticketing/schemas';
import { localised } from '@festivals/messages';
import { Badge } from '@festivals/ui/badge';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { useLanguage } from '../../i18n/language.ts';
import { orderAskedQuery } from './queries.ts';

/** What was answered with an order and what is known of those who come; nothing where nothing was asked. */
export function OrderAnswers({ festival, order }: { festival: Festival; order: Order }) {
  const t = useTranslations('office.orderAsked');
  const language = useLanguage();
  const { data } = useQuery(orderAskedQuery(festival.id, order.id));
  if (!data) return null;
  const told = data.holders.filter(
    ({ answers, bornOn, guardian }) => answers.length > 0 || bornOn !== null || guardian,
  );
  if (told.length === 0 && data.answers.length === 0) return null;
  const typeOf = ({ lineNo }: HolderKnown) => {
    const line = order.lines.find((one) => one.lineNo === lineNo);
    return line ? localised(line.name, language) : '';
  };
  return (
    <Card>
      <CardHeader title={t('title')} />
      <CardBody className="space-y-5">
        {data.answers.length > 0 && (
          <Told title={t('order')}>
            <Answers answers={data.answers} />
          </Told>
        )}
        {told.map((holder) => (
          <Told
            key={`${holder.lineNo}.${holder.nth}`}
            title={
              <>
                {holder.holder} <span className="font-normal text-ink-faint">{typeOf(holder)}</span>{' '}
                {holder.minor && <Badge tone="warning">{t('minor')}</Badge>}
              </>
            }
          >
            {holder.bornOn !== null && (
              <Fact name={t('bornOn')}>
                <Day date={holder.bornOn} />
              </Fact>
            )}
            {holder.guardian && (
              <Fact name={t('guardian')}>
                {holder.guardian.name},{' '}
                <a href={`tel:${holder.guardian.phone}`} className="text-accent-text underline underline-offset-2">
                  {holder.guardian.phone}
                </a>
              </Fact>
            )}
            <Answers answers={holder.answers} />
          </Told>
        ))}
      </CardBody>
    </Card>
  );
}

function Told({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section>
      <h3 className="text-ui font-medium text-ink">{title}</h3>
      <dl className="mt-1 grid gap-x-4 gap-y-2 text-ui sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)] sm:gap-y-1">
        {children}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="sm:contents">
      <dt className="text-ink-faint">{name}</dt>
      <dd className="break-words whitespace-pre-line text-ink">{children}</dd>
    </div>
  );
}

function Answers({ answers }: { answers: readonly KeptAnswer[] }) {
  const language = useLanguage();
  return answers.map((answer) => (
    <Fact key={answer.questionId} name={localised(answer.label, language)}>
      <Said answer={answer} />
    </Fact>
  ));
}

/** An answer in the reader's words: a country by its name, a day as a calendar writes it. */
function Said({ answer: { kind, value, chosen } }: { answer: KeptAnswer }) {
  const t = useTranslations('office.record');
  const language = useLanguage();
  const locale = useLocale();
  const format = useFormatter();
  if (typeof value === 'boolean') return value ? t('yes') : t('no');
  if (typeof value === 'number') return format.number(value);
  if (chosen.length > 0) return chosen.map(({ name }) => localised(name, language)).join(', ');
  if (Array.isArray(value)) return value.join(', ');
  if (kind === 'DATE') return <Day date={value} />;
  return kind === 'COUNTRY' ? (new Intl.DisplayNames([locale], { type: 'region' }).of(value) ?? value) : value;
}

function Day({ date }: { date: string }) {
  const format = useFormatter();
  return (
    <time dateTime={date}>
      {format.dateTime(new Date(`${date}T12:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' })}
    </time>
  );
}
