import { formatMoney } from '@festivals/domain/money';
import type { ArtistFee, ListedArtist } from '@festivals/domain/programme/contract';
import { useLocale, useTranslations } from 'use-intl';

type Props = { artist: ListedArtist; fee: ArtistFee | undefined; asking: boolean; open: () => void };

/** What an artist is paid, in a list; opens it. */
export function FeeCell({ artist, fee, asking, open }: Props) {
  const t = useTranslations('office.timetable');
  const locale = useLocale();
  if (asking) return null;
  const words = fee && fee.amount !== null ? formatMoney(fee.amount, fee.currency, locale) : t('noFee');
  return (
    <button
      type="button"
      aria-label={t('feeOf', { name: artist.name, fee: words })}
      onClick={open}
      className="tabular cursor-pointer rounded-sm whitespace-nowrap text-ink-soft underline-offset-4 hover:text-ink hover:underline pointer-coarse:py-2"
    >
      {words}
    </button>
  );
}
