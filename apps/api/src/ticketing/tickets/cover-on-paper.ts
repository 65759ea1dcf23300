import type { Picture } from '@festivals/domain/media/contract';
import type { TicketPaper } from '@festivals/domain/ticketing/ticket-paper';
import sharp from 'sharp';
import type { z } from 'zod';
import { whole } from '../../media/copy-files.ts';
import { storageOf } from '../../media/storage-of.ts';
import type { Resources } from '../../platform/context.ts';

/** The picture's place on each paper, in dots: 150 to the inch on a sheet, 200 on the smaller page. */
const places: Readonly<Record<TicketPaper, { width: number; height: number }>> = {
  A4: { width: 1240, height: 877 },
  A6: { width: 827, height: 315 },
};

/** A festival's tickets are printed by the thousand: the last few covers are kept as they were cut. */
const cut = new Map<string, Promise<Buffer | null>>();
const mostCut = 40;

/** A festival's cover, cut for the paper with what must stay in sight; null where there is none, or its file cannot be had. */
export function coverOnPaper(
  { env }: Pick<Resources, 'env'>,
  cover: z.input<typeof Picture> | null,
  paper: TicketPaper,
): Promise<Buffer | null> {
  if (!cover) return Promise.resolve(null);
  const { path, focus } = cover;
  const place = places[paper];
  const key = `${env.FESTIVALS_DATA} ${path} ${paper} ${focus.x} ${focus.y}`;
  const known = cut.get(key);
  if (known) return known;
  const made = cutFor(env, cover, place).catch(() => {
    // A ticket is worth more than its picture; the next one asks again.
    cut.delete(key);
    return null;
  });
  for (const oldest of [...cut.keys()].slice(0, Math.max(0, cut.size - mostCut + 1))) cut.delete(oldest);
  cut.set(key, made);
  return made;
}

async function cutFor(
  env: Resources['env'],
  { path, widths, focus }: z.input<typeof Picture>,
  { width, height }: { width: number; height: number },
): Promise<Buffer | null> {
  const file = widths.find((one) => one >= width) ?? widths.at(-1);
  const address = path.split('/').at(-1);
  const stored = await (await storageOf(env)).get(`${address}/${file}.webp`);
  if (!stored) return null;
  const picture = sharp(await whole(stored));
  const { width: wide, height: high } = await picture.metadata();
  const scale = Math.max(width / wide, height / high);
  const [w, h] = [Math.max(width, Math.round(wide * scale)), Math.max(height, Math.round(high * scale))];
  const from = (size: number, part: number, at: number) =>
    Math.round(Math.min(Math.max(size * at - part / 2, 0), size - part));
  return picture
    .resize(w, h, { fit: 'fill' })
    .extract({ left: from(w, width, focus.x), top: from(h, height, focus.y), width, height })
    .jpeg({ quality: 76 })
    .toBuffer();
}
