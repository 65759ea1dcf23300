import { domainOrderRule } from './rules/domain-order.ts';
import { environmentRule } from './rules/environment.ts';
import { fileNamesRule } from './rules/file-names.ts';
import { fileSizeRule } from './rules/file-size.ts';
import { importCirclesRule } from './rules/import-circles.ts';
import { livingDocsRule } from './rules/living-docs.ts';
import { migrationsRule } from './rules/migrations.ts';
import { packageWallsRule } from './rules/package-walls.ts';
import { pureRulesRule } from './rules/pure-rules.ts';
import { tableOwnersRule } from './rules/table-owners.ts';
import { testOnlyRule } from './rules/test-only.ts';
import { uniqueRoutesRule } from './rules/unique-routes.ts';
import type { Fault, Source } from './source.ts';

const rules = [
  domainOrderRule,
  importCirclesRule,
  packageWallsRule,
  tableOwnersRule,
  environmentRule,
  pureRulesRule,
  fileNamesRule,
  fileSizeRule,
  uniqueRoutesRule,
  migrationsRule,
  testOnlyRule,
  livingDocsRule,
];

/** Everything in which the house is not as it should be, by file and line. */
export const faultsIn = (sources: readonly Source[]): Fault[] =>
  rules.flatMap((rule) => rule(sources)).toSorted((a, b) => a.path.localeCompare(b.path) || a.line - b.line);
