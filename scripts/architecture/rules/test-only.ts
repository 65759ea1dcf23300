import { importsOf } from '../imports.ts';
import { isTest, type Rule } from '../source.ts';

/** What only tests need is imported by tests alone, so that no image carries it. */
export const testOnlyRule: Rule = (sources) =>
  importsOf(sources).flatMap(({ from, line, target, specifier }) => {
    const forTests =
      (target !== null && (isTest(target) || target === 'database/src/template.ts')) ||
      /^(vitest|fast-check|@playwright\/test)$/.test(specifier);
    const isTool = from.path.endsWith('.config.ts') || /^(database|scripts|bench|e2e)\//.test(from.path);
    if (!forTests || isTest(from.path) || isTool) return [];
    return [{ path: from.path, line, rule: 'test-only', advice: `${specifier} is for tests alone` }];
  });
