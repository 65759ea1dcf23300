import type { DomainModule } from '../platform/domain-module.ts';
import { findStands } from './find-stands.ts';
import { standsHttp } from './http.ts';

export const standsModule: DomainModule = {
  name: 'stands',
  controllers: [standsHttp],
  find: findStands,
  live: [
    { on: 'stands.stand', tell: 'stand:updated', needs: 'stands.read' },
    { on: 'stands.product', tell: 'product:updated', needs: 'stands.read' },
  ],
};
