import { Enrolled } from '@festivals/domain/devices/contract';
import { verifyCertificate, type CertificateVerdict } from '@festivals/domain/devices/certificate';
import { z } from 'zod';
import { fromBase64Url, toBase64Url } from '@festivals/domain/bytes';

export const ENROLMENT = 'enrolment';

/** What this device is to a festival, kept since its enrolment. */
export const Enrolment = Enrolled.extend({
  publicKey: z.base64url(),
  /** When the server said that this device may no longer scan. */
  revokedAt: z.number().nullable(),
});
export type Enrolment = z.infer<typeof Enrolment>;

const noBytes = new Uint8Array();

/** The festival's keys as the certificate's rule takes them; a key that cannot be read verifies nothing. */
const keysOf = (enrolment: Enrolled) =>
  enrolment.festivalKeys.map(({ number, publicKey }) => ({ number, publicKey: fromBase64Url(publicKey) ?? noBytes }));

/** Whether the festival's certificate stands, and is for this device and this key. */
export function checkCertificate(
  enrolment: Enrolled & { publicKey: string },
  now: Date,
): CertificateVerdict | { ok: false; because: 'not_ours' } {
  const verdict = verifyCertificate(fromBase64Url(enrolment.certificate) ?? noBytes, keysOf(enrolment), now);
  if (!verdict.ok) return verdict;
  const { deviceId, festivalId, publicKey } = verdict.certificate;
  const ours =
    deviceId === enrolment.deviceId &&
    festivalId === enrolment.festival.id &&
    toBase64Url(publicKey) === enrolment.publicKey;
  return ours ? verdict : { ok: false, because: 'not_ours' };
}
