import type { Festival } from '@festivals/domain/festival/contract';
import type { LibraryPicture } from '@festivals/domain/media/contract';
import { Dialog, DialogContent } from '@festivals/ui/dialog';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Images } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { PagedList } from '../list/paged-list.tsx';
import { SearchInput } from '../list/search-input.tsx';
import { PictureGrid } from './picture-grid.tsx';
import { picturesQuery } from './queries.ts';

type Props = { festival: Festival; onChoose: (picture: LibraryPicture) => void; onClose: () => void };

/** A picture of those that are in the library already. */
export function ChoosePicture({ festival, onChoose, onClose }: Props) {
  const t = useTranslations('office.media');
  const shell = useTranslations('office.shell');
  const [search, setSearch] = useState('');
  const pictures = useInfiniteQuery(picturesQuery(festival.id, { search, unused: false }));
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent size="lg" title={t('chooseTitle')} closeLabel={shell('close')}>
        <div className="space-y-3">
          <SearchInput label={t('search')} value={search} onSearch={setSearch} />
          <PagedList
            query={pictures}
            empty={{
              icon: <Images aria-hidden="true" />,
              title: t(search === '' ? 'empty' : 'nothingFound'),
              detail: search === '' ? t('emptyChoose') : undefined,
            }}
          >
            {(items) => (
              <PictureGrid
                festival={festival}
                pictures={items}
                deed={(name) => t('chooseOf', { name })}
                onPick={onChoose}
              />
            )}
          </PagedList>
        </div>
      </DialogContent>
    </Dialog>
  );
}
