import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { useTranslations } from 'use-intl';
import { api } from '../../api.ts';
import { PictureField } from '../../media/picture-field.tsx';
import { useFestival } from '../queries.ts';
import { GalleryField } from './gallery-field.tsx';

type Use = 'COVER' | 'LOGO' | 'GALLERY';

/** What the festival shows of itself; each picture is saved as it is chosen. */
export function PicturesSection() {
  const t = useTranslations('office.media.field');
  const { festival } = useFestival();
  const { cover, logo, gallery } = festival.pictures;
  const show = (use: Use, was: string[], now: string[]) =>
    api.festival.showPictures({ params: { festivalId: festival.id }, body: { use, was, now } });
  const showOne = (use: Use, was: { id: string } | null) => (now: string | null) =>
    show(use, was ? [was.id] : [], now === null ? [] : [now]);
  return (
    <Card>
      <CardHeader title={t('festival')} description={t('festivalLead')} />
      <CardBody className="grid gap-6">
        <PictureField
          festival={festival}
          label={t('cover')}
          hint={t('coverHint')}
          picture={cover}
          show={showOne('COVER', cover)}
        />
        <PictureField
          festival={festival}
          label={t('logo')}
          hint={t('logoHint')}
          picture={logo}
          show={showOne('LOGO', logo)}
          shape="square"
        />
        <GalleryField
          festival={festival}
          pictures={gallery}
          show={(now) =>
            show(
              'GALLERY',
              gallery.map(({ id }) => id),
              now,
            )
          }
        />
      </CardBody>
    </Card>
  );
}
