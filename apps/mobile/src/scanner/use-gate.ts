import { toBase64Url } from '@festivals/domain/bytes';
import { ed25519 } from '@noble/curves/ed25519.js';
import { useQuery } from '@tanstack/react-query';
import { v7 } from 'uuid';
import { deviceKey } from '../device/device-key';
import type { Enrolment } from '../device/enrolment.ts';
import { useStore } from '../shell/store-provider.tsx';
import { deviceClock } from './device-clock.ts';
import type { Gate } from './gate.ts';

/** The gate that this device is; null when its key is gone or not its own, undefined while it is being read. */
export function useGate(enrolment: Enrolment): Gate | null | undefined {
  const store = useStore();
  const key = useQuery({
    queryKey: ['device-key', enrolment.deviceId],
    staleTime: Infinity,
    queryFn: async () => {
      const secret = await deviceKey.read(store);
      // Also makes the curve's tables before the first visitor stands at the gate.
      return secret && toBase64Url(ed25519.getPublicKey(secret)) === enrolment.publicKey ? secret : null;
    },
  });
  if (key.data === undefined) return undefined;
  return key.data && { store, enrolment, secretKey: key.data, clock: deviceClock, newId: v7 };
}
