import { api } from '@festivals/domain';
import { controller } from '../platform/controller.ts';
import { getProgramme } from './get-programme.ts';

export const programmeHttp = controller('programme', api.programme, { getProgramme });
