/** A festival's large documents are written out once, and yet never older than the last deed that was done. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FestivalId } from '@festivals/domain/primitives';
import { insertFestival } from '../festival/testing.ts';
import { identityModule } from '../identity/module.ts';
import { programmeModule } from '../programme/module.ts';
import { allEnded } from './all-ended.ts';
import { startApi, type TestApi } from './start-api.ts';

let api: TestApi;
let params: { festivalId: FestivalId };
let programme: Awaited<ReturnType<TestApi['person']>>['client']['programme'];

beforeAll(async () => {
  api = await startApi({ modules: [identityModule, programmeModule] });
});
afterAll(() => api.stop());
beforeEach(async () => {
  const festivalId = FestivalId.parse((await insertFestival(api.ownerPool, {})).id);
  params = { festivalId };
  programme = (await api.person({ roles: [{ festivalId, role: 'PROGRAMMER' }] })).client.programme;
});

const stageNames = async () => (await programme.getProgrammeDraft({ params })).stages.map(({ name }) => name);
/** A stage as another process would add it: with its event, in one transaction. */
const stageAndEvent = `with added as (
    insert into stage (festival_id, id, name, sort_order) values ($1, new_id(), $2, 9) returning id
  ) insert into event (festival_id, id, name, actor_kind, subject_id) select $1, new_id(), 'programme.stage_created', 'system', id from added`;
const stageAlone = `insert into stage (festival_id, id, name, sort_order) values ($1, new_id(), $2, 9)`;

describe('a document that is kept', () => {
  test('is not read again while nothing happened', async () => {
    await programme.createStage({ params, body: { name: 'Main' } });
    await allEnded(api.ownerPool);
    expect(await stageNames()).toEqual(['Main']);
    // What no deed did is no deed's to tell: only so does one see that nothing was read.
    await api.ownerPool.query(stageAlone, [params.festivalId, 'Unheard']);
    expect(await stageNames()).toEqual(['Main']);
  });

  test('says at once what was just done, here and elsewhere', async () => {
    for (let at = 0; at < 10; at += 1) {
      await programme.createStage({ params, body: { name: `Here ${at}` } });
      expect(await stageNames()).toContain(`Here ${at}`);
      await api.ownerPool.query(stageAndEvent, [params.festivalId, `There ${at}`]);
      expect(await stageNames()).toContain(`There ${at}`);
    }
  });

  test('sees a deed that was under way while it was read, though later ones had ended before', async () => {
    const slow = await api.ownerPool.connect();
    await slow.query('begin');
    await slow.query(stageAndEvent, [params.festivalId, 'Slow']);
    await programme.createStage({ params, body: { name: 'Quick' } });
    expect(await stageNames()).toEqual(['Quick']);
    await slow.query('commit');
    slow.release();
    expect((await stageNames()).toSorted()).toEqual(['Quick', 'Slow']);
  });

  test('does not show one festival to another', async () => {
    await programme.createStage({ params, body: { name: 'Main' } });
    await stageNames();
    const festivalId = FestivalId.parse((await insertFestival(api.ownerPool, {})).id);
    const { client } = await api.person({ roles: [{ festivalId, role: 'PROGRAMMER' }] });
    expect((await client.programme.getProgrammeDraft({ params: { festivalId } })).stages).toEqual([]);
    await expect(client.programme.getProgrammeDraft({ params })).rejects.toMatchObject({ status: 403 });
  });
});
