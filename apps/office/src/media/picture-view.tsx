import type { Picture } from '@festivals/domain/media/contract';
import { fileFor, positionOf, srcSet } from '@festivals/domain/media/rules';
import { classNames } from '@festivals/ui/class-names';

type Props = {
  picture: Picture;
  /** How wide it is shown, as CSS says it. */
  sizes: string;
  /** Empty where its words stand beside it. */
  alt: string;
  /** Whether it is cut to fill its place or shown whole. */
  fit?: 'cover' | 'contain';
  className?: string;
};

/** A picture in the smallest file that is large enough, on its own colour until it is there. */
export function PictureView({ picture, sizes, alt, fit = 'cover', className }: Props) {
  return (
    <picture className="contents">
      {picture.formats.map((format) => (
        <source key={format} type={`image/${format}`} srcSet={srcSet(picture, format, '/api')} sizes={sizes} />
      ))}
      <img
        src={fileFor(picture, 640, '/api')}
        alt={alt}
        width={picture.width}
        height={picture.height}
        loading="lazy"
        decoding="async"
        draggable={false}
        className={classNames(fit === 'cover' ? 'object-cover' : 'object-contain', className)}
        style={{
          objectPosition: positionOf(picture),
          ...(fit === 'cover' && picture.placeholder ? { backgroundColor: picture.placeholder } : {}),
        }}
      />
    </picture>
  );
}
