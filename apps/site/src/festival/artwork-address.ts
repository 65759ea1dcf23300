/** Where a festival's artwork is found as a picture, by the names in its theme. */
export const artworkAddress = ({
  palette,
  seed,
  artwork = 'stage',
}: {
  palette: string;
  seed: number;
  artwork?: string | undefined;
}): string => `/artwork/${artwork}-${palette}-${seed}.svg`;
