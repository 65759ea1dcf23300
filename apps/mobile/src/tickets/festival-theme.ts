import type { PaletteName } from '@festivals/ui';
import { palettes } from '@festivals/ui';
import type { MyTicket } from '@festivals/domain/ticketing/schemas';

/** From what a festival's picture is drawn. */
export interface FestivalTheme {
  seed: number;
  palette: PaletteName;
}

const isPalette = (name: string): name is PaletteName => name in palettes;

/** A ticket may be older or newer than the app: a palette that this version does not know looks like a sunset. */
export const themeOf = ({ theme }: MyTicket['festival']): FestivalTheme => ({
  seed: theme.seed,
  palette: isPalette(theme.palette) ? theme.palette : 'sunset',
});
