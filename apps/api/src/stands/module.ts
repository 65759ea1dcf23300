import { copiedTables } from '../festival/copied-tables.ts';
import { adviceChecks } from '../festival/readiness.ts';
import type { DomainModule } from '../platform/domain-module.ts';
import { findStands } from './find-stands.ts';
import { copiedStands } from './copied.ts';
import { standsHttp } from './http.ts';
import { hasStand } from './readiness.ts';
import { standsLists } from './lists.ts';

copiedTables.push(...copiedStands);
adviceChecks.push(hasStand);

export const standsModule: DomainModule = {
  name: 'stands',
  controllers: [standsHttp],
  lists: standsLists,
  history: [{ on: 'stands.', needs: 'stands.edit' }],
  find: findStands,
  shown: ['stands.stand_', 'stands.product'],
  live: [
    { on: 'stands.stand', tell: 'stand:updated', needs: 'stands.read' },
    { on: 'stands.product', tell: 'product:updated', needs: 'stands.read' },
    { on: 'stands.stock', tell: 'product:updated', needs: 'stands.read' },
  ],
};
