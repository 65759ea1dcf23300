import type { Meta, StoryObj } from '@storybook/react-vite';
import { Artwork, artworkKinds, palettes, type PaletteName } from '../src/artwork.tsx';

const meta = { component: Artwork } satisfies Meta<typeof Artwork>;
export default meta;

type Story = StoryObj<typeof Artwork>;

/** Each palette is another place and hour; each seed another festival. */
export const EveryPalette: Story = {
  render: () => (
    <div className="grid grid-cols-2 gap-4">
      {(Object.keys(palettes) as PaletteName[]).map((palette, at) => (
        <figure key={palette} className="overflow-hidden rounded-2xl border border-line">
          <Artwork seed={at + 7} palette={palette} className="block h-48 w-full" />
          <figcaption className="px-4 py-2 text-ui text-ink-soft">{palette}</figcaption>
        </figure>
      ))}
    </div>
  ),
};

/** Each kind is another place. */
export const EveryKind: Story = {
  render: () => (
    <div className="grid grid-cols-2 gap-4">
      {artworkKinds.map((artwork) => (
        <figure key={artwork} className="overflow-hidden rounded-2xl border border-line">
          <Artwork seed={11} palette="dawn" artwork={artwork} className="block h-48 w-full" />
          <figcaption className="px-4 py-2 text-ui text-ink-soft">{artwork}</figcaption>
        </figure>
      ))}
    </div>
  ),
};
