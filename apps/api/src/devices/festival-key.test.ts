import { ed25519 } from '@noble/curves/ed25519.js';
import type { FestivalId } from '@festivals/domain/primitives';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertFestival } from '../festival/testing.ts';
import { systemContext, type Resources } from '../platform/context.ts';
import { step } from '../platform/transaction.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { festivalPublicKeys, festivalSigner } from './festival-key.ts';

let api: TestApi;
let festivalId: FestivalId;
beforeAll(async () => {
  api = await startApi({ modules: [] });
});
afterAll(() => api.stop());

const message = new TextEncoder().encode('a ticket');
const signer = (resources: Resources, id = festivalId) =>
  step(systemContext(resources), id, (tx) => festivalSigner(resources, tx, id));
const keys = () => step(systemContext(api.resources), festivalId, (tx) => festivalPublicKeys(tx, festivalId));
/** As another process has them: the same database, nothing remembered. */
const otherProcess = (): Resources => ({ ...api.resources });

describe('a festival’s key', () => {
  beforeAll(async () => {
    ({ id: festivalId } = await insertFestival(api.ownerPool, {}));
  });

  it('is made once, by twenty processes that need it at once', async () => {
    const signers = await Promise.all(Array.from({ length: 20 }, () => signer(otherProcess())));
    const [key, ...more] = await keys();
    expect(more).toEqual([]);
    for (const { number, sign } of signers) {
      expect(number).toBe(key?.number);
      expect(ed25519.verify(sign(message), message, Buffer.from(key?.publicKey ?? '', 'base64url'))).toBe(true);
    }
  });

  it('signs after a retirement with the next number, and keeps the old public key', async () => {
    await api.ownerPool.query('update festival_key set retired_at = now() where festival_id = $1', [festivalId]);
    expect((await signer(otherProcess())).number).toBe(2);
    expect((await keys()).map(({ number }) => number)).toEqual([2, 1]);
  });

  it('is forgotten with the transaction that made it', async () => {
    const { id } = await insertFestival(api.ownerPool, {});
    const undone = step(systemContext(api.resources), id, async (tx) => {
      await festivalSigner(api.resources, tx, id);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    const { sign } = await signer(api.resources, id);
    const [key] = await step(systemContext(api.resources), id, (tx) => festivalPublicKeys(tx, id));
    expect(ed25519.verify(sign(message), message, Buffer.from(key?.publicKey ?? '', 'base64url'))).toBe(true);
  });

  it('does not open with another secret, nor in another festival’s row', async () => {
    const stranger: Resources = { ...api.resources, env: { ...api.resources.env, SEALING_SECRET: 'x'.repeat(32) } };
    await expect(signer(stranger)).rejects.toThrow('unable to authenticate data');
    const { id: thief } = await insertFestival(api.ownerPool, {});
    await api.ownerPool.query(
      `insert into festival_key (festival_id, number, public_key, sealed_private_key)
       select $1, number, public_key, sealed_private_key from festival_key where festival_id = $2 and retired_at is null`,
      [thief, festivalId],
    );
    await expect(signer(otherProcess(), thief)).rejects.toThrow('unable to authenticate data');
  });

  it('is read again no sooner than it may have changed: two signings, one look', async () => {
    const resources = otherProcess();
    const first = await signer(resources);
    expect(await signer(resources)).toBe(first);
  });
});
