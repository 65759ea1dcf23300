import { useState } from 'react';

/**
 * The record that stands open, as it is by now. One that somebody else takes away meanwhile stays as it was last seen: what is
 * typed is not swept from under its writer, and saving says that it is gone.
 */
export function useOpened<T extends { id: string }>(
  records: readonly T[] | undefined,
  id: string | undefined,
): T | undefined {
  const found = records?.find((one) => one.id === id);
  const [last, setLast] = useState(found);
  if (found !== undefined && found !== last) setLast(found);
  return found ?? (last?.id === id ? last : undefined);
}
