import { accessModule } from './access/module.ts';
import { devicesModule } from './devices/module.ts';
import { festivalModule } from './festival/module.ts';
import { identityModule } from './identity/module.ts';
import { placesModule } from './places/module.ts';
import type { DomainModule } from './platform/domain-module.ts';
import { programmeModule } from './programme/module.ts';
import { standsModule } from './stands/module.ts';
import { ticketingModule } from './ticketing/module.ts';

/** The domains, in the only order in which one may use another. */
export const modules: readonly DomainModule[] = [
  identityModule,
  festivalModule,
  devicesModule,
  placesModule,
  programmeModule,
  standsModule,
  ticketingModule,
  accessModule,
];
