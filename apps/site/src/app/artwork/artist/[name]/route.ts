import { Theme } from '@festivals/domain/festival/contract';
import { drawEmblem } from '@festivals/ui';

const year = 31_536_000;

/** `/artwork/artist/sunset-42.svg`: the picture of an artist who has none. The same name is the same bytes for ever. */
export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const [, named, seed] = /^([a-z]+)-(\d{1,4})\.svg$/.exec((await params).name) ?? [];
  const palette = Theme.shape.palette.safeParse(named);
  if (!palette.success) return new Response(null, { status: 404 });
  return new Response(drawEmblem({ palette: palette.data, seed: Number(seed) }), {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': `public, max-age=${year}, immutable` },
  });
}
