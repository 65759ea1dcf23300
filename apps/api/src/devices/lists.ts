import { deviceList, deviceState } from '@festivals/domain/devices/list-view';
import { office } from '@festivals/messages/office';
import { type Listed, wholeList } from '../platform/table/listed.ts';
import { type DeviceView, listDevices } from './store.ts';

export const devicesLists: readonly Listed[] = [
  wholeList<DeviceView>({
    name: 'devices',
    needs: 'devices.read',
    view: (_, now) => deviceList(now),
    read: (tx) => listDevices(tx, null, 10_000),
    columns: (language, _, now) => {
      const { devices: t } = office[language];
      return [
        { heading: t.name, kind: 'text', value: ({ name }) => name },
        { heading: t.state, kind: 'text', value: (device) => t.states[deviceState(device, now)] },
        { heading: t.rights, kind: 'text', value: ({ rights }) => rights.map((right) => t.right[right]).join(', ') },
        { heading: t.lastSeen, kind: 'moment', value: ({ lastSeenAt }) => lastSeenAt },
        { heading: t.notAfter, kind: 'moment', value: ({ notAfter }) => notAfter },
      ];
    },
  }),
];
