import type { Picture } from '@festivals/domain/media/contract';
import { fileFor, positionOf, srcSet } from '@festivals/domain/media/rules';

type Props = {
  picture: Picture;
  /** How wide it is shown, as CSS says it. */
  sizes: string;
  /** Empty where what it shows is said beside it. */
  alt: string;
  /** The first thing that is seen: fetched before everything else. */
  first?: boolean;
  className: string;
};

/** A picture in the smallest file that is large enough, in the best format that the browser knows, on its own colour until then. */
export function PictureOf({ picture, sizes, alt, first = false, className }: Props) {
  return (
    <picture className="contents">
      {picture.formats.map((format) => (
        <source key={format} type={`image/${format}`} srcSet={srcSet(picture, format, '/api')} sizes={sizes} />
      ))}
      <img
        src={fileFor(picture, 1280, '/api')}
        alt={alt}
        width={picture.width}
        height={picture.height}
        loading={first ? 'eager' : 'lazy'}
        fetchPriority={first ? 'high' : 'auto'}
        decoding="async"
        className={className}
        style={{
          objectPosition: positionOf(picture),
          ...(picture.placeholder ? { backgroundColor: picture.placeholder } : {}),
        }}
      />
    </picture>
  );
}
