import { api } from '@festivals/domain';
import { controller } from '../platform/controller.ts';
import { enrol } from './enrol.ts';
import { listDevices } from './list-devices.ts';
import { offerEnrolment } from './offer-enrolment.ts';
import { revokeDevice } from './revoke-device.ts';

export const devicesHttp = controller('devices', api.devices, { offerEnrolment, enrol, listDevices, revokeDevice });
