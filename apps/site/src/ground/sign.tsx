import { colorOf, cssColor, iconNameOf, type Signed } from '@festivals/ui/map/place-colors';

/** A place's sign in its colour, from the page's sprite. */
export function Sign({ place, className = 'size-10' }: { place: Signed; className?: string }) {
  return (
    <span
      style={{ color: cssColor(colorOf(place)) }}
      className={`grid shrink-0 place-items-center rounded-full border-2 border-current bg-surface ${className}`}
    >
      <svg aria-hidden="true" className="size-[58%]">
        <use href={`#sign-${iconNameOf(place)}`} />
      </svg>
    </span>
  );
}
