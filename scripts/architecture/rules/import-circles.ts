import { importsOf } from '../imports.ts';
import type { Rule } from '../source.ts';

/** No file imports itself, however long the way round: such files cannot be read, tested or loaded one by one. */
export const importCirclesRule: Rule = (sources) => {
  const edges = new Map<string, string[]>();
  for (const { from, target } of importsOf(sources)) {
    if (target !== null) edges.set(from.path, [...(edges.get(from.path) ?? []), target]);
  }
  return circlesIn(edges).map((circle) => ({
    path: circle[0] ?? '',
    line: 1,
    rule: 'import-circles',
    advice: `break the circle ${[...circle, circle[0]].join(' → ')}: move what both need into a file of its own`,
  }));
};

/** One circle for each back edge of a depth-first walk. */
function circlesIn(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (node: string) => {
    if (done.has(node)) return;
    const start = path.indexOf(node);
    if (start !== -1) {
      circles.push(path.slice(start));
      return;
    }
    path.push(node);
    for (const next of edges.get(node) ?? []) visit(next);
    path.pop();
    done.add(node);
  };
  for (const node of edges.keys()) visit(node);
  return circles;
}
