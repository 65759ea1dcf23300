import { nothing, route } from '@festivals/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { personOf } from '../platform/context.ts';
import { controller } from '../platform/controller.ts';
import type { DomainModule } from '../platform/domain-module.ts';
import { record } from '../platform/record.ts';
import { deed, platform } from '../platform/transaction.ts';
import { startApi, type TestApi } from './start-api.ts';

const wave = route({ method: 'POST', path: '/waves', permission: 'signed_in', summary: 'Wave', response: nothing() });
const greeted: string[] = [];
const waves: DomainModule = {
  name: 'waves',
  controllers: [
    controller(
      'waves',
      { wave },
      {
        wave: (ctx) =>
          deed(ctx, platform, (tx) => record(tx, ctx, { name: 'waves.waved', subjectId: personOf(ctx).personId })),
      },
    ),
  ],
  jobs: { 'waves.greet': async (_, { subjectId }) => void greeted.push(subjectId) },
  subscriptions: { 'waves.waved': ['waves.greet'] },
};

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ modules: [waves], api: { waves: { wave } } });
});
afterAll(() => api.stop());

test('a person made for a test is signed in, and the jobs that follow a deed run on demand', async () => {
  const { id, token } = await api.person();
  const response = await fetch(`${api.url}/waves`, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
  expect(response.status).toBe(204);
  expect(greeted).toEqual([]);
  await api.runJobsOnce();
  expect(greeted).toEqual([id]);
});
