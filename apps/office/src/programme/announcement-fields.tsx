import { ArtistAnnouncement } from '@festivals/domain/programme/contract';
import { Field } from '@festivals/ui/field';
import { Select } from '@festivals/ui/select';
import { useTranslations } from 'use-intl';
import { ZonedTimeInput } from '../form/zoned-time-input.tsx';

export type Announcing = { announcement: ArtistAnnouncement; revealsAt: string | null };

type Props = {
  zone: string;
  value: Announcing;
  onChange: (value: Announcing) => void;
  error?: string | undefined;
};

/** How everyone comes to know of an artist, and from when; who is announced already needs no moment. */
export function AnnouncementFields({ zone, value, onChange, error }: Props) {
  const t = useTranslations('office.announcing');
  const { announcement, revealsAt } = value;
  return (
    <>
      <Field label={t('title')} hint={t(`hint.${announcement}`)}>
        <Select
          value={announcement}
          onChange={({ target }) => {
            const next = ArtistAnnouncement.parse(target.value);
            onChange({ announcement: next, revealsAt: next === 'ANNOUNCED' ? null : revealsAt });
          }}
        >
          {ArtistAnnouncement.options.map((one) => (
            <option key={one} value={one}>
              {t(`how.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      {announcement !== 'ANNOUNCED' && (
        <Field label={t('from')} hint={t('fromHint', { zone: zone.replaceAll('_', ' ') })} error={error}>
          <ZonedTimeInput zone={zone} value={revealsAt} onChange={(at) => onChange({ announcement, revealsAt: at })} />
        </Field>
      )}
    </>
  );
}
