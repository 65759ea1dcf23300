/** How the list of devices is looked at. Pure. */
import type { z } from 'zod';
import { listView } from '../list-view.ts';
import type { Device } from './contract.ts';

type Row = Pick<z.output<typeof Device>, 'name' | 'enrolledAt' | 'notAfter' | 'lastSeenAt' | 'revokedAt'>;

export type DeviceState = 'active' | 'expired' | 'revoked';

export const deviceState = ({ revokedAt, notAfter }: Pick<Row, 'revokedAt' | 'notAfter'>, now: Date): DeviceState =>
  revokedAt !== null ? 'revoked' : new Date(notAfter) <= now ? 'expired' : 'active';

export const deviceList = (now: Date) =>
  listView({
    texts: ({ name }: Row) => [name],
    sorts: {
      enrolled: ({ enrolledAt }) => -Date.parse(enrolledAt),
      name: ({ name }) => name,
      state: (device) => deviceState(device, now),
      seen: ({ lastSeenAt }) => (lastSeenAt === null ? null : Date.parse(lastSeenAt)),
      until: ({ notAfter }) => Date.parse(notAfter),
    },
    only: {
      active: (device) => deviceState(device, now) === 'active',
      expired: (device) => deviceState(device, now) === 'expired',
      revoked: (device) => deviceState(device, now) === 'revoked',
    },
  });
