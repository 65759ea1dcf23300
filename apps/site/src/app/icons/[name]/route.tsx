import { paletteAccent } from '@festivals/ui';
import { ImageResponse } from 'next/og';
import { remembered } from '../../../engine/memory.ts';
import { atSlug } from '../../../engine/tags.ts';
import { loadFestival } from '../../../festival/load-festival.ts';

export const dynamic = 'force-dynamic';

/** `/icons/solstice-192.png`: the festival's sun over its hills, in its own colour, for a phone's first screen. */
export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const [, slug = '', size = ''] = /^([a-z0-9-]+)-(192|512)\.png$/.exec((await params).name) ?? [];
  const festival = slug === '' ? null : await loadFestival(slug);
  if (!festival) return new Response(null, { status: 404 });
  const { accent, palette } = festival.theme;
  const bytes = await remembered(`icon ${slug} ${size}`, [atSlug(slug)], () =>
    draw(Number(size), accent ?? paletteAccent(palette)),
  );
  return new Response(bytes, { headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=3600' } });
}

/** All that matters lies in the middle four fifths: a launcher may cut the rest off. */
function draw(size: number, colour: string): Promise<ArrayBuffer> {
  return new ImageResponse(
    <div style={{ display: 'flex', width: '100%', height: '100%', background: colour }}>
      <svg viewBox="-8 -8 48 48" width={size} height={size} fill="white">
        <circle cx="16" cy="13" r="6" />
        <path
          d="M16 1.5v3.2M6.2 5.2l2.2 2.3M25.8 5.2l-2.2 2.3M2.8 14h3.4M25.8 14h3.4"
          stroke="white"
          strokeWidth="2.2"
          strokeLinecap="round"
        />
        <path d="M1 27c5-7.5 9.5-7.5 15-1 5.5-6.5 10-6.5 15 1v3H1z" />
      </svg>
    </div>,
    { width: size, height: size },
  ).arrayBuffer();
}
