import { api } from '@festivals/domain';
import { controller } from '../platform/controller.ts';
import type { DomainModule } from '../platform/domain-module.ts';
import { exportList } from './export-list.ts';

/** Hands out the lists of the given domains as files. */
export const listsModule = (domains: readonly DomainModule[]): DomainModule => {
  const lists = domains.flatMap((domain) => domain.lists ?? []);
  return { name: 'lists', controllers: [controller('lists', api.lists, { exportList: exportList(lists) })] };
};
