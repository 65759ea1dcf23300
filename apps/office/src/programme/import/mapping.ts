import type { ImportField } from '@festivals/domain/programme/import/contract';
import { namesArtistsAlone } from '@festivals/domain/programme/import/plan-artists';

type Mapping = readonly (ImportField | null)[];

/** The mapping with one column meaning something else; a meaning belongs to one column, so another loses it. */
export function mapped(mapping: Mapping, width: number, at: number, field: ImportField | null): (ImportField | null)[] {
  return Array.from({ length: Math.max(width, mapping.length) }, (_, column) => {
    if (column === at) return field;
    const known = mapping[column] ?? null;
    return known === field ? null : known;
  });
}

/** Whether a file says enough for new sets: who, where and when; or at least which set a row is. Or it has artists alone. */
export function isComplete(mapping: Mapping): boolean {
  const has = (field: ImportField) => mapping.includes(field);
  return namesArtistsAlone(mapping) || has('id') || ((has('artist') || has('title')) && has('stage') && has('start'));
}
