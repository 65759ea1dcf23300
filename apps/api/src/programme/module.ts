import type { DomainModule } from '../platform/domain-module.ts';
import { findInProgramme } from './find-in-programme.ts';
import { programmeHttp } from './http.ts';

export const programmeModule: DomainModule = {
  name: 'programme',
  controllers: [programmeHttp],
  find: findInProgramme,
  live: [
    { on: 'programme.stage', tell: 'stage:updated', needs: 'programme.read' },
    { on: 'programme.artist', tell: 'artist:updated', needs: 'programme.read' },
    { on: 'programme.slot', tell: 'slot:updated', needs: 'programme.read' },
    { on: 'programme.', tell: { topic: 'attention' }, needs: 'programme.read' },
  ],
};
