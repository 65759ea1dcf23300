import { paletteAccent } from '@festivals/ui';
import { leadOn } from '../../../engine/lead-on.ts';
import { loadFestival } from '../../../festival/load-festival.ts';
import { inLanguage, paths } from '../../../shell/paths.ts';
import { isPageLanguage } from '../../../i18n/page-language.ts';

export const dynamic = 'force-dynamic';

/** `/manifests/de-solstice.webmanifest`: the festival as something that is installed (W3C Web Application Manifest). */
export async function GET(request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const [, language = '', slug = ''] =
    /^([a-zA-Z]{2}(?:-XB)?)-([a-z0-9-]+)\.webmanifest$/.exec((await params).name) ?? [];
  const festival = isPageLanguage(language) && slug !== '' ? await loadFestival(slug) : null;
  if (!festival || !isPageLanguage(language)) return new Response(null, { status: 404 });
  if (festival.slug !== slug) return leadOn(request, `/manifests/${language}-${festival.slug}.webmanifest`);
  const colour = festival.theme.accent ?? paletteAccent(festival.theme.palette);
  const icon = (size: number, purpose: string) => ({
    src: `/artwork/icon/${slug}-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  const start = inLanguage(language, paths.festival(slug));
  const manifest = {
    id: start,
    name: festival.name,
    short_name: [...festival.name].slice(0, 24).join('').trim(),
    lang: language,
    start_url: start,
    scope: '/',
    display: 'standalone',
    background_color: '#000000',
    theme_color: colour,
    icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
  };
  return Response.json(manifest, { headers: { 'content-type': 'application/manifest+json' } });
}
