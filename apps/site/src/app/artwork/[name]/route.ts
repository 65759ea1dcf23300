import { Theme } from '@festivals/domain/festival/contract';
import { drawArtwork } from '@festivals/ui';

const year = 31_536_000;

/** `/artwork/stage-sunset-42.svg`: a festival's artwork as a picture of its own. The same name is the same bytes for ever. */
export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const [, artwork, palette, seed] = /^([a-z]+)-([a-z]+)-(\d{1,10})\.svg$/.exec((await params).name) ?? [];
  const theme = Theme.safeParse({ artwork, palette, seed: Number(seed) });
  if (!theme.success || artwork === undefined) return new Response(null, { status: 404 });
  return new Response(drawArtwork(theme.data), {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': `public, max-age=${year}, immutable` },
  });
}
