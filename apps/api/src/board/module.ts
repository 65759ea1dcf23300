import type { DomainModule } from '../platform/domain-module.ts';
import { boardHttp } from './http.ts';
import { rollUp } from './roll-up.ts';

/** How a festival stands at this moment: figures of all domains on one board. */
export const boardModule: DomainModule = {
  name: 'board',
  controllers: [boardHttp],
  schedule: { 'board.roll_up': { everySeconds: 2, run: rollUp } },
};
