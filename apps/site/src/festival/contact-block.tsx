import type { Contact } from '@festivals/domain/festival/details';
import { getTranslations } from 'next-intl/server';
import type { Seen } from './seen.ts';

const link = 'inline-block py-1 font-semibold text-accent-text underline underline-offset-4 wrap-anywhere';

/** Whom to ask. */
export async function ContactBlock({ language, contact }: Seen & { contact: Contact }) {
  const { organisation, address, email, phone, website, vatNumber } = contact;
  if (organisation === '' && email === null && phone === null && website === null) return null;
  const t = await getTranslations({ locale: language, namespace: 'site.practical' });
  return (
    <section aria-labelledby="contact" className="mt-16 scroll-mt-6">
      <h2 id="contact" className="headline text-3xl sm:text-4xl">
        {t('contact')}
      </h2>
      <address className="mt-6 grid gap-x-10 gap-y-4 text-lg text-ink-soft not-italic *:min-w-0 sm:grid-cols-2">
        <p className="whitespace-pre-line">
          {[organisation, address, vatNumber && t('vat_number', { number: vatNumber })].filter(Boolean).join('\n')}
        </p>
        <ul>
          {email !== null && (
            <li>
              <a href={`mailto:${email}`} className={link}>
                {email}
              </a>
            </li>
          )}
          {phone !== null && (
            <li>
              <a href={`tel:${phone.replaceAll(' ', '')}`} className={link}>
                {phone}
              </a>
            </li>
          )}
          {website !== null && (
            <li>
              <a href={website} rel="noopener noreferrer" className={link}>
                {new URL(website).host}
              </a>
            </li>
          )}
        </ul>
      </address>
    </section>
  );
}
