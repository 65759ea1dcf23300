/** What every control that takes text looks like. */
export const controlStyle =
  'w-full rounded-md border border-edge/60 bg-surface px-2.5 text-ink shadow-flat transition-[border-color,box-shadow] placeholder:text-ink-faint hover:border-edge focus:border-accent focus:outline-2 focus:outline-offset-0 focus:outline-accent/30 disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-faint aria-invalid:border-danger aria-invalid:focus:outline-danger/30';

/** Controls grow under a thumb, and their text too: below 16 px iOS zooms the page. */
export const controlSize = {
  md: 'h-8 text-ui pointer-coarse:h-11 pointer-coarse:text-base',
  lg: 'h-11 rounded-lg px-3.5 text-base',
};
