import type { Device as DeviceSchema } from '@festivals/domain/devices/contract';
import type { Festival } from '@festivals/domain/festival/contract';
import { infiniteQueryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { api } from '../api.ts';

export type Device = z.output<typeof DeviceSchema>;

export const devicesQuery = (festivalId: Festival['id']) =>
  infiniteQueryOptions({
    queryKey: ['festival', festivalId, 'devices'],
    queryFn: ({ pageParam, signal }) =>
      api.devices.listDevices(
        { params: { festivalId }, query: { limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    // A device that is being enrolled appears by itself.
    refetchInterval: 5_000,
  });
