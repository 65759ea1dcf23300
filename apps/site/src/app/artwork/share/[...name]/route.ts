import type { Festival } from '@festivals/domain/festival/contract';
import { isLanguage, localised, type Language } from '@festivals/messages';
import { leadOn } from '../../../../engine/lead-on.ts';
import { loadArtist, loadFestival } from '../../../../festival/load-festival.ts';
import { sayDates } from '../../../../festival/say-dates.ts';
import { drawCard, type Card } from '../../../../share/share-card.ts';

const hour = 3600;
/** Cards that were drawn, by what is on them; the oldest leaves when there are too many. */
const drawn = new Map<string, Promise<Buffer>>();
const most = 300;

/** `/artwork/share/en/solbrume.jpg`, `/artwork/share/en/solbrume/nina-vega.jpg`: what is shown where a page is shared. */
export async function GET(request: Request, { params }: { params: Promise<{ name: string[] }> }): Promise<Response> {
  const [language = '', ...rest] = (await params).name;
  const [slug = '', artistSlug] = rest.map((part) => part.replace(/\.jpg$/, ''));
  const festival = isLanguage(language) && rest.length <= 2 ? await loadFestival(slug) : null;
  if (festival !== null && festival.slug !== slug) {
    const whose = artistSlug === undefined ? festival.slug : `${festival.slug}/${encodeURIComponent(artistSlug)}`;
    return leadOn(request, `/artwork/share/${language}/${whose}.jpg`);
  }
  const card = festival !== null && isLanguage(language) ? await cardOf(language, festival, artistSlug) : null;
  if (card === null) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(await cardAsPicture(card)), {
    headers: { 'content-type': 'image/jpeg', 'cache-control': `public, max-age=${hour}` },
  });
}

async function cardOf(language: Language, festival: Festival, artistSlug: string | undefined): Promise<Card | null> {
  const { theme, startsOn, endsOn, place } = festival;
  const dates = sayDates(startsOn, endsOn, language);
  if (artistSlug === undefined) {
    const foot = [localised(festival.tagline, language, festival.languages)];
    // Not the place's: it would be taken for the festival's own.
    const titles = [festival.name, dates];
    return { theme, kicker: [dates, `${place.name}, ${place.city}`], titles, foot };
  }
  const artist = await loadArtist(festival, artistSlug);
  if (artist === null) return null;
  return {
    theme,
    kicker: artist.genres.length > 0 ? artist.genres : [festival.name],
    titles: [artist.name, festival.name, dates],
    foot: [festival.name, dates, place.city],
  };
}

function cardAsPicture(card: Card): Promise<Buffer> {
  const key = JSON.stringify(card);
  const known = drawn.get(key);
  if (known) return known;
  const picture = drawCard(card);
  drawn.set(key, picture);
  picture.catch(() => drawn.delete(key));
  const [oldest] = drawn.keys();
  if (drawn.size > most && oldest !== undefined) drawn.delete(oldest);
  return picture;
}
