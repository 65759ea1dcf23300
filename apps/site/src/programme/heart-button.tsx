import './heart.css';
import type { FavouriteKind } from '@festivals/domain/programme/visit/favourites';

interface Props {
  kind: FavouriteKind;
  id: string;
  /** Whose heart it is. */
  label: string;
  className?: string;
  /** What it says beside the heart, before and after. */
  words?: { choose: string; chosen: string };
}

/**
 * One tap for a favourite. Plain markup: a single listener serves every heart of a page, however many there are
 * (`FavouriteHearts`), and where there is no script no heart is shown.
 */
export function HeartButton({ kind, id, label, className = '', words }: Props) {
  return (
    <button
      type="button"
      data-heart={`${kind}:${id}`}
      aria-pressed="false"
      aria-label={words ? undefined : label}
      className={`heart ${className}`}
      suppressHydrationWarning
    >
      {words && (
        <>
          <span className="heart-choose">{words.choose}</span>
          <span className="heart-chosen">{words.chosen}</span>
        </>
      )}
    </button>
  );
}
