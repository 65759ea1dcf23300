import type { Theme } from '@festivals/domain/festival/contract';
import { useFormContext } from 'react-hook-form';

/** The theme as it is being chosen. What is left undefined is the palette's own. */
export function useThemeForm() {
  const { watch, setValue } = useFormContext<{ theme: Theme }>();
  const theme = watch('theme');
  return {
    theme,
    change: (part: { [K in keyof Theme]?: Theme[K] | undefined }) => {
      const next = Object.fromEntries(Object.entries({ ...theme, ...part }).filter(([, value]) => value !== undefined));
      // Only optional members can be undefined, and these are gone.
      setValue('theme', next as Theme, { shouldDirty: true });
    },
  };
}
