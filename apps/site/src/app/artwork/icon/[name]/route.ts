import { leadOn } from '../../../../engine/lead-on.ts';
import { loadFestival } from '../../../../festival/load-festival.ts';
import { drawIcon, iconPng } from '../../../../share/festival-icon.ts';

const sizes = new Set([32, 180, 192, 512]);
const day = 86_400;

/** `/artwork/icon/solbrume-512.png`, `/artwork/icon/solbrume.svg`: a festival's icon, which any mask may cut. */
export async function GET(request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const [, slug, size, kind] = /^([a-z0-9-]+?)(?:-(\d{2,3}))?\.(png|svg)$/.exec((await params).name) ?? [];
  const wrong = kind === 'png' ? !sizes.has(Number(size)) : size !== undefined;
  const festival = slug === undefined || wrong ? null : await loadFestival(slug);
  if (festival === null) return new Response(null, { status: 404 });
  if (festival.slug !== slug)
    return leadOn(request, `/artwork/icon/${festival.slug}${size === undefined ? '' : `-${size}`}.${kind}`);
  const headers = {
    'content-type': kind === 'svg' ? 'image/svg+xml' : 'image/png',
    'cache-control': `public, max-age=${day}`,
  };
  if (kind === 'svg') return new Response(drawIcon(festival), { headers });
  return new Response(new Uint8Array(await iconPng(festival, Number(size))), { headers });
}
