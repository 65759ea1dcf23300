import { useTranslations } from 'next-intl';

/** The tickets as other files than the festival's own choice: the other paper, or to be given away. */
export function TicketFiles({ pdf }: { pdf: string }) {
  const t = useTranslations('site.ticket');
  const files = [
    { how: 'paper=A4', name: t('pdf_a4') },
    { how: 'paper=A6', name: t('pdf_a6') },
    { how: 'gift=true', name: t('gift') },
  ];
  return (
    <details className="relative">
      <summary className="inline-flex h-14 cursor-pointer items-center rounded-button px-5 font-semibold text-accent-text underline-offset-4 hover:underline">
        {t('papers')}
      </summary>
      <ul className="mt-2 rounded-2xl border border-line bg-surface p-2">
        {files.map(({ how, name }) => (
          <li key={how}>
            <a
              href={`${pdf}&${how}`}
              download
              className="flex min-h-11 items-center rounded-xl px-4 font-semibold hover:bg-hover"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
