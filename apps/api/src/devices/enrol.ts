import type { Input, Output } from '@festivals/contract';
import {
  certificateMessage,
  encodeCertificate,
  isPublicKey,
  signedCertificate,
} from '@festivals/domain/devices/certificate';
import type * as contract from '@festivals/domain/devices/contract';
import { readEnrolmentCode } from '@festivals/domain/devices/enrolment-code';
import { certificateEnd } from '@festivals/domain/devices/rules';
import { DeviceId } from '@festivals/domain/primitives';
import { v7 } from 'uuid';
import { find as findFestival } from '../festival/store.ts';
import { issueDeviceToken } from '../identity/access-token.ts';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed } from '../platform/transaction.ts';
import { hashCode } from './enrolment-secret.ts';
import { festivalPublicKeys, festivalSigner } from './festival-key.ts';
import * as store from './store.ts';

/** Enrols the calling device: its own key, certified by the festival's. */
export async function enrol(ctx: Ctx, { body }: Input<typeof contract.enrol>): Promise<Output<typeof contract.enrol>> {
  const { env } = ctx.resources;
  const publicKey = Buffer.from(body.publicKey, 'base64url');
  if (!isPublicKey(publicKey)) refuseKey();
  const code = readEnrolmentCode(body.code) ?? fail('devices.enrolment_invalid');
  const codeHash = hashCode(env, code);
  const festivalId = (await store.festivalOfCode(ctx.resources, codeHash)) ?? fail('devices.enrolment_invalid');

  return deed(ctx, festivalId, async (tx) => {
    const now = ctx.clock.now();
    const offer = (await store.useEnrolment(tx, codeHash, now)) ?? fail('devices.enrolment_invalid');
    const festival = (await findFestival(tx)) ?? fail('devices.enrolment_invalid');

    const deviceId = DeviceId.parse(v7());
    const notAfter = certificateEnd(festival.endsOn, now);
    const signer = await festivalSigner(ctx.resources, tx, festivalId);
    const certificate = encodeCertificate({
      keyNumber: signer.number,
      deviceId,
      festivalId,
      publicKey,
      rights: offer.rights,
      notAfter,
    });
    const signature = signer.sign(certificateMessage(certificate));

    await store.insertDevice(tx, {
      festivalId,
      id: deviceId,
      name: offer.name,
      rights: offer.rights,
      publicKey,
      now,
      notAfter,
    });
    const after = { name: offer.name, rights: offer.rights, enrolment: offer.id, offeredBy: offer.offered_by };
    await record(tx, ctx, { name: 'devices.enrolled', subjectId: deviceId, after });
    return {
      deviceId,
      festival: { id: festivalId, name: festival.name, zone: festival.zone },
      certificate: Buffer.from(signedCertificate(certificate, signature)).toString('base64url'),
      festivalKeys: await festivalPublicKeys(tx, festivalId),
      token: await issueDeviceToken(env, { deviceId, festivalId }, notAfter),
    };
  });
}

const refuseKey = (): never =>
  fail('general.validation_failed', {
    part: 'body',
    issues: [{ path: 'publicKey', code: 'custom', message: 'public_key' }],
  });
