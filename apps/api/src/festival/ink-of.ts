import type { Theme } from '@festivals/domain/festival/contract';

const inks: Readonly<Record<Theme['palette'], string>> = {
  sunset: '#1c1147',
  forest: '#0f2d4d',
  ocean: '#04233f',
  neon: '#060614',
  desert: '#171a4d',
  dawn: '#2a0f3f',
  meadow: '#0f3a30',
  brass: '#8a1a17',
  midnight: '#05050d',
};

/** The theme's ink for rules and headings on white paper. */
export const inkOf = ({ palette }: Theme): string => inks[palette];
