import { api } from '@festivals/domain';
import { controller } from '../platform/controller.ts';
import type { DomainModule } from '../platform/domain-module.ts';
import { recordHistory } from './record-history.ts';

/** The past of single records, of whatever the given domains keep. */
export const historyModule = (domains: readonly DomainModule[]): DomainModule => {
  const rules = domains.flatMap(({ history = [] }) => history);
  return {
    name: 'history',
    controllers: [controller('history', api.history, { recordHistory: recordHistory(rules) })],
  };
};
