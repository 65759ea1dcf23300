import { accessModule } from './access/module.ts';
import { boardModule } from './board/module.ts';
import { devicesModule } from './devices/module.ts';
import { festivalModule } from './festival/module.ts';
import { historyModule } from './history/module.ts';
import { identityModule } from './identity/module.ts';
import { ledgerModule } from './ledger/module.ts';
import { listsModule } from './lists/module.ts';
import { mediaModule } from './media/module.ts';
import { paymentsModule } from './payments/module.ts';
import { personalModule } from './personal/module.ts';
import { placesModule } from './places/module.ts';
import type { DomainModule } from './platform/domain-module.ts';
import { programmeModule } from './programme/module.ts';
import { searchModule } from './search/module.ts';
import { standsModule } from './stands/module.ts';
import { ticketingModule } from './ticketing/module.ts';

const domains: readonly DomainModule[] = [
  identityModule,
  mediaModule,
  festivalModule,
  devicesModule,
  placesModule,
  programmeModule,
  standsModule,
  ledgerModule,
  paymentsModule,
  ticketingModule,
  accessModule,
  boardModule,
];

/** The domains, in the only order in which one may use another. */
export const modules: readonly DomainModule[] = [
  ...domains,
  searchModule(domains),
  historyModule(domains),
  personalModule(domains),
  listsModule(domains),
];
