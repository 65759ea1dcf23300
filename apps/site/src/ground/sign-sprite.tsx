import { iconNameOf, type Signed } from '@festivals/ui/map/place-colors';
import { allSigns } from '@festivals/ui/map/place-signs';

/** The icons of these places, each once: list, plan and map draw them from here. */
export function SignSprite({ places }: { places: readonly Signed[] }) {
  const names = [...new Set(places.map(iconNameOf))];
  return (
    <svg id="signs" aria-hidden="true" className="absolute size-0">
      {names.map((name) => {
        const Icon = allSigns.get(name);
        return (
          Icon && (
            <symbol key={name} id={`sign-${name}`} viewBox="0 0 24 24">
              <Icon size={24} />
            </symbol>
          )
        );
      })}
    </svg>
  );
}
