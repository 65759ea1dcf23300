import type { Festival } from '@festivals/domain/festival/contract';
import type { Product } from '@festivals/domain/stands/contract';
import { Dialog, DialogContent, DialogTrigger } from '@festivals/ui/dialog';
import { IconButton } from '@festivals/ui/icon-button';
import { ImagePlus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { PictureField } from '../media/picture-field.tsx';
import { PictureView } from '../media/picture-view.tsx';

/** A product's picture, small in its row, and where it is chosen. */
export function ProductPicture({ festival, product, name }: { festival: Festival; product: Product; name: string }) {
  const t = useTranslations('office.media.field');
  const shell = useTranslations('office.shell');
  const title = t('productOf', { name });
  return (
    <Dialog>
      <DialogTrigger asChild>
        <IconButton label={title} size="sm">
          {product.picture ? (
            <PictureView picture={product.picture} sizes="2rem" alt="" className="size-6 rounded-sm" />
          ) : (
            <ImagePlus aria-hidden="true" />
          )}
        </IconButton>
      </DialogTrigger>
      <DialogContent title={title} closeLabel={shell('close')}>
        <PictureField
          festival={festival}
          label={t('product')}
          picture={product.picture}
          show={(now) =>
            api.stands.showProductPicture({
              params: { festivalId: festival.id, productId: product.id },
              body: { was: product.picture?.id ?? null, now },
            })
          }
        />
      </DialogContent>
    </Dialog>
  );
}
