import type { Festival } from '@festivals/domain/festival/contract';
import type { GuestInvitation } from '@festivals/domain/ticketing/guests/schemas';
import { localised, type Language } from '@festivals/messages';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { FileDown } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { sayDates, sayInstant } from '../festival/say-dates.ts';
import { inLanguage, paths } from '../shell/paths.ts';

interface Props {
  festival: Festival;
  invitation: GuestInvitation;
  language: Language;
  token: string;
  /** Why the last answer could not be taken, where it was not. */
  failed: string | string[] | undefined;
}

const loud =
  'inline-flex min-h-14 items-center gap-2 rounded-button bg-accent px-6 py-2 text-lg leading-tight text-balance sm:px-8 font-semibold text-on-accent hover:bg-accent-hover';
const quiet =
  'inline-flex min-h-14 items-center gap-2 rounded-button border-2 border-edge px-6 py-2 text-lg leading-tight text-balance sm:px-7 font-semibold hover:bg-hover';

/** What an invitation says, and what is done about it: names and an answer, the tickets, or the way to the festival. */
export async function InvitationAnswer({ festival, invitation, language, token, failed }: Props) {
  const t = await getTranslations({ locale: language, namespace: 'site.invitation' });
  const { name, places, state, expiresAt, order } = invitation;
  const home = (
    <a href={inLanguage(language, paths.festival(festival.slug))} className={quiet}>
      {t('home')}
    </a>
  );
  if (state !== 'OPEN') {
    const text = { ACCEPTED: t('accepted_text', { name }), DECLINED: t('declined_text'), EXPIRED: t('expired_text') };
    const secret = encodeURIComponent(order?.secret ?? '');
    return (
      <div className="max-w-prose space-y-8">
        <p className="text-lg text-ink-soft">{text[state]}</p>
        <p className="flex flex-wrap gap-3">
          {state === 'ACCEPTED' && order !== null && (
            <>
              <a
                href={`/api/festivals/${festival.id}/orders/${order.id}/tickets.pdf?secret=${secret}`}
                download
                className={loud}
              >
                <FileDown aria-hidden="true" className="size-5" />
                {t('pdf')}
              </a>
              <a
                href={`${inLanguage(language, paths.order(festival.slug, order.id))}?secret=${secret}`}
                className={quiet}
              >
                {t('open')}
              </a>
            </>
          )}
          {home}
        </p>
      </div>
    );
  }
  const facts = [
    [t('ticket'), localised(invitation.typeName, language, festival.languages)],
    [t('places'), t('places_text', { companions: places - 1 })],
    ...(expiresAt === null ? [] : [[t('until'), sayInstant(expiresAt, festival.zone, language)]]),
  ];
  return (
    <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="min-w-0 space-y-8">
        <p className="max-w-prose text-xl text-pretty">{t('lead', { festival: festival.name, name })}</p>
        {failed !== undefined && (
          <p role="alert" className="max-w-prose rounded-2xl bg-danger-soft p-5 text-danger-text">
            {t(failed === 'busy' ? 'busy_answer' : 'failed')}
          </p>
        )}
        <form
          method="post"
          action={`${inLanguage(language, paths.invitation(token))}/answer`}
          className="max-w-xl space-y-6"
        >
          <fieldset className="space-y-5">
            <legend className="headline mb-2 text-2xl">{t('who')}</legend>
            {places > 1 && <p className="text-ink-soft">{t('who_hint')}</p>}
            {Array.from({ length: places }, (_, at) => (
              <Field key={at} label={at === 0 ? t('you') : t('companion', { number: at })} required={at === 0}>
                <Input
                  scale="lg"
                  name="name"
                  maxLength={120}
                  required={at === 0}
                  autoComplete={at === 0 ? 'name' : 'off'}
                  defaultValue={at === 0 ? name : ''}
                />
              </Field>
            ))}
          </fieldset>
          <button type="submit" name="answer" value="accept" className={`${loud} cursor-pointer`}>
            {t('accept')}
          </button>
          <div className="space-y-2 border-t border-line pt-6">
            <button type="submit" name="answer" value="decline" formNoValidate className={`${quiet} cursor-pointer`}>
              {t('decline')}
            </button>
            <p className="text-ink-soft">{t('decline_hint')}</p>
          </div>
        </form>
      </div>
      <dl className="h-fit space-y-4 rounded-2xl border border-line bg-surface p-6">
        <div>
          <dt className="text-sm text-ink-faint">{festival.place.name}</dt>
          <dd className="font-semibold">{sayDates(festival.startsOn, festival.endsOn, language)}</dd>
        </div>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="text-sm text-ink-faint">{label}</dt>
            <dd className="font-semibold text-pretty">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
