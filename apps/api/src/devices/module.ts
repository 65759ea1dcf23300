import type { DomainModule } from '../platform/domain-module.ts';
import { findDevices } from './find-devices.ts';
import { devicesHttp } from './http.ts';

/** The phones of the staff: keys of their own, certified by the festival. */
export const devicesModule: DomainModule = {
  name: 'devices',
  controllers: [devicesHttp],
  find: [findDevices],
  live: [
    { on: 'devices.', tell: 'device:updated', needs: 'devices.read' },
    { on: 'devices.', tell: { topic: 'attention' }, needs: 'devices.read' },
  ],
};
