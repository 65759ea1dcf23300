import type { DomainModule } from '../platform/domain-module.ts';
import { festivalHttp } from './http.ts';

export const festivalModule: DomainModule = {
  name: 'festival',
  controllers: [festivalHttp],
  live: [
    { on: 'festival.', tell: 'festival:updated', needs: 'festival.read' },
    { on: 'festival.', tell: { topic: 'attention' }, needs: 'festival.read' },
  ],
};
