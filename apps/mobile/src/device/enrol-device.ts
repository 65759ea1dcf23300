import { createClient } from '@festivals/contract';
import { api } from '@festivals/domain';
import { ed25519 } from '@noble/curves/ed25519.js';
import { baseUrl } from '../api/base-url';
import { keep } from '../store/kept.ts';
import type { Store } from '../store/local-database.ts';
import { toBase64Url } from '@festivals/domain/bytes';
import { deviceKey } from './device-key';
import { checkCertificate, ENROLMENT, type Enrolment } from './enrolment.ts';

/** Thrown when what the server sent would not stand at a gate. */
export class CertificateRefused extends Error {}

/** Enrols this device: makes its key here, hands over the public half, keeps the festival's certificate for it. */
export async function enrolDevice(store: Store, code: string): Promise<Enrolment> {
  const { secretKey, publicKey } = ed25519.keygen();
  const client = createClient(api, { baseUrl: baseUrl(), face: 'app' });
  const enrolled = await client.devices.enrol({ body: { code, publicKey: toBase64Url(publicKey) } });
  const enrolment: Enrolment = { ...enrolled, publicKey: toBase64Url(publicKey), revokedAt: null };
  const certificate = checkCertificate(enrolment, new Date());
  if (!certificate.ok) throw new CertificateRefused(certificate.because);
  await store.transaction(async (tx) => {
    await tx.run('delete from ticket_state');
    await tx.run("delete from kept where name in ('pull-cursor', 'last-sync')");
    await deviceKey.keep(tx, secretKey);
    await keep(tx, ENROLMENT, enrolment, Date.now());
  });
  return enrolment;
}
