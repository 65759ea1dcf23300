import { seedDemo } from '@festivals/database/demo/seed';
import { solbrumePictures } from '@festivals/database/demo/pictures';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemContext } from '../platform/context.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { showDemoPictures } from './show-demo-pictures.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  await seedDemo(api.ownerPool.options.connectionString ?? '');
  await api.runJobsOnce();
}, 400_000);
afterAll(() => api.stop());

const festival = (slug: string) => api.client('site').festival.getFestivalBySlug({ params: { slug } });
const pictured = async (festivalId: string) => {
  const { artists } = await api.client('site').programme.getProgramme({ params: { festivalId } });
  return artists.flatMap(({ slug, picture }) => (picture === null ? [] : [{ slug, alt: picture.alt }]));
};
const kept = async () => (await api.ownerPool.query('select festival_id, id, version from picture order by id')).rows;
const again = (festivalId: string) =>
  showDemoPictures(systemContext(api.resources), { festivalId, eventId: '', subjectId: festivalId });

test('the demo’s headliners and its gallery have pictures that say what they show; other festivals have none', async () => {
  const { id, pictures } = await festival('solbrume');
  const ofGallery = solbrumePictures.filter(({ artist }) => artist === null);
  expect(pictures.gallery.map(({ alt }) => alt)).toEqual(ofGallery.map(({ alt }) => alt));
  const ofArtists = solbrumePictures.flatMap(({ artist: slug, alt }) => (slug === null ? [] : [{ slug, alt }]));
  expect(await pictured(id)).toEqual(expect.arrayContaining(ofArtists));
  expect(await kept()).toHaveLength(solbrumePictures.length);
  const other = await festival('laiton');
  expect([other.pictures.gallery, await pictured(other.id)]).toEqual([[], []]);
});

test('a second time changes nothing, nor what somebody has chosen meanwhile', async () => {
  const { id } = await festival('solbrume');
  const before = await kept();
  await again(id);
  await api.ownerPool.query(`delete from festival_picture where position > 0`);
  await again(id);
  expect((await festival('solbrume')).pictures.gallery).toHaveLength(1);
  expect(await kept()).toEqual(before);
  const other = await festival('laiton');
  await again(other.id);
  expect(await kept()).toEqual(before);
});
