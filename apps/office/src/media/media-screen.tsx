import type { LibraryPicture } from '@festivals/domain/media/contract';
import { Card } from '@festivals/ui/card';
import { Switch } from '@festivals/ui/switch';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ImagePlus, Images } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFestival } from '../festival/queries.ts';
import { PagedList } from '../list/paged-list.tsx';
import { SearchInput } from '../list/search-input.tsx';
import { Page } from '../shell/page.tsx';
import { FileButton } from './file-button.tsx';
import { PictureDialog } from './picture-dialog.tsx';
import { PictureDrop } from './picture-drop.tsx';
import { PictureGrid } from './picture-grid.tsx';
import { picturesQuery, spaceQuery } from './queries.ts';
import { SpaceBar } from './space-bar.tsx';
import { UploadRow } from './upload-row.tsx';
import { useUploads } from './use-uploads.ts';

const route = getRouteApi('/office/f/$slug/pictures');

/** All pictures of the festival: to be looked for, uploaded, described and taken away. */
export function MediaScreen() {
  const t = useTranslations('office.media');
  const { festival, may } = useFestival();
  const { search = '', unused = false } = route.useSearch();
  const navigate = route.useNavigate();
  const [open, setOpen] = useState<LibraryPicture | null>(null);
  const pictures = useInfiniteQuery(picturesQuery(festival.id, { search, unused }));
  const space = useQuery(spaceQuery(festival.id));
  const { uploads, add, drop, retry } = useUploads(festival.id);
  const mayEdit = may.has('media.edit');
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const files = event.clipboardData?.files;
    if (mayEdit && files && files.length > 0) add(files);
  });
  useEffect(() => {
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);
  const look = (part: { search?: string | undefined; unused?: boolean | undefined }) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  const upload = mayEdit && (
    <FileButton tone="accent" multiple onFiles={add}>
      <ImagePlus aria-hidden="true" />
      {t('upload')}
    </FileButton>
  );
  const isNarrowed = search !== '' || unused;
  return (
    <Page title={t('title')} festival={festival.name} lead={t('lead')} actions={upload}>
      <PictureDrop onFiles={mayEdit ? add : () => undefined} invitation={t('drop')} className="space-y-3">
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <SearchInput
            label={t('search')}
            value={search}
            onSearch={(text) => look({ search: text || undefined })}
            className="w-full sm:w-72"
          />
          <label className="flex cursor-pointer items-center gap-2.5 text-ui text-ink-soft">
            <Switch checked={unused} onCheckedChange={(on) => look({ unused: on || undefined })} />
            {t('unusedOnly')}
          </label>
          {space.data && <SpaceBar {...space.data} />}
        </div>
        {uploads.length > 0 && (
          <Card aria-label={t('uploads')} role="region" className="divide-y divide-line overflow-hidden">
            {uploads.map((one) => (
              <UploadRow key={one.key} upload={one} onRetry={() => retry(one.key)} onDrop={() => drop(one.key)} />
            ))}
          </Card>
        )}
        <PagedList
          query={pictures}
          empty={
            isNarrowed
              ? { icon: <Images aria-hidden="true" />, title: t('nothingFound') }
              : { icon: <Images aria-hidden="true" />, title: t('empty'), detail: t('emptyDetail'), action: upload }
          }
        >
          {(items) => (
            <PictureGrid festival={festival} pictures={items} deed={(name) => t('openOf', { name })} onPick={setOpen} />
          )}
        </PagedList>
        <p className="text-xs text-ink-faint">{t('kept')}</p>
      </PictureDrop>
      {open && mayEdit && (
        <PictureDialog key={open.id} festival={festival} picture={open} onClose={() => setOpen(null)} />
      )}
    </Page>
  );
}
