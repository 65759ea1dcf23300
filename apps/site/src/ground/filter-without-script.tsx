import { mapFilters } from './map-filters.ts';

const rules = mapFilters
  .map(
    ({ name }) =>
      `:has(#show-${name}:checked) .place:not([data-show~='${name}']),` +
      `:has(#show-${name}:checked) .places:not(:has([data-show~='${name}'])){display:none}`,
  )
  .join('');

/** The map's filters for whoever has no script: the style sheet does by itself what the page's script does better. */
export const FilterWithoutScript = () => <style>{`@media (scripting: none){${rules}}`}</style>;
