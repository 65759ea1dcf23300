import type { DomainModule } from '../platform/domain-module.ts';
import { findDevices } from './find-devices.ts';
import { devicesHttp } from './http.ts';
import { devicesLists } from './lists.ts';

/** The phones of the staff: keys of their own, certified by the festival. */
export const devicesModule: DomainModule = {
  name: 'devices',
  controllers: [devicesHttp],
  lists: devicesLists,
  find: [findDevices],
  live: [
    { on: 'devices.', tell: 'device:updated', needs: 'devices.read' },
    { on: 'devices.', tell: { topic: 'attention' }, needs: 'devices.read' },
  ],
};
