import { api } from '@festivals/domain';
import { controller } from '../platform/controller.ts';
import { listStands } from './list-stands.ts';

export const standsHttp = controller('stands', api.stands, { listStands });
