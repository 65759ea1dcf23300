import { copiedTables } from '../festival/copied-tables.ts';
import { adviceChecks } from '../festival/readiness.ts';
import type { DomainModule } from '../platform/domain-module.ts';
import { findInProgramme } from './find-in-programme.ts';
import { copiedProgramme } from './copied.ts';
import { programmeHttp } from './http.ts';
import { writeImport } from './import/apply-import.ts';
import { readImport } from './import/read-import.ts';
import { programmeParts } from './personal-parts.ts';
import { nextReveal } from './next-reveal.ts';
import { hasProgramme } from './readiness.ts';
import { renewDays } from './renew-days.ts';
import { showDemoPictures } from './show-demo-pictures.ts';
import { programmeLists } from './lists.ts';

copiedTables.push(...copiedProgramme);
adviceChecks.push(hasProgramme);

export const programmeModule: DomainModule = {
  name: 'programme',
  controllers: [programmeHttp],
  lists: programmeLists,
  history: [{ on: 'programme.', needs: 'programme.edit' }],
  find: findInProgramme,
  personal: programmeParts,
  nextMoment: nextReveal,
  shown: ['programme.artist_', 'programme.slot_', 'programme.stage', 'programme.import'],
  live: [
    { on: 'programme.stage', tell: 'stage:updated', needs: 'programme.read' },
    { on: 'programme.artist', tell: 'artist:updated', needs: 'programme.read' },
    { on: 'programme.slot', tell: 'slot:updated', needs: 'programme.read' },
    { on: 'programme.', tell: { topic: 'attention' }, needs: 'programme.read' },
  ],
  jobs: {
    'programme.renew_days': renewDays,
    'programme.show_demo_pictures': showDemoPictures,
    'programme.read_import': readImport,
    'programme.write_import': writeImport,
  },
  subscriptions: {
    'festival.changed': ['programme.renew_days'],
    'festival.seeded': ['programme.show_demo_pictures'],
    'programme.import_uploaded': ['programme.read_import'],
    'programme.import_mapped': ['programme.read_import'],
    'programme.import_started': ['programme.write_import'],
  },
};
