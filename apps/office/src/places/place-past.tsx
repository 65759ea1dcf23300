import type { Festival } from '@festivals/domain/festival/contract';
import { type DraftPlace, PlaceChanges } from '@festivals/domain/places/contract';
import { useState } from 'react';
import type { FieldValues } from '../record/merge.ts';
import { RecordHistory } from '../record/record-history.tsx';

const fields = Object.keys(PlaceChanges.shape);

/** What was done to a place. It is saved field by field, so what is restored is saved at once, as a step that can be undone. */
export function PlacePast({
  festival,
  place,
  onChange,
}: {
  festival: Festival;
  place: DraftPlace;
  onChange: (changes: PlaceChanges) => void;
}) {
  // Each step begins a new past: it is asked for again.
  const [epoch, setEpoch] = useState(0);
  const now: FieldValues = Object.fromEntries(Object.entries(place).filter(([field]) => fields.includes(field)));
  return (
    <RecordHistory
      key={epoch}
      festival={festival}
      recordId={place.id}
      kept={{
        now,
        fill: (values) => {
          const changes = PlaceChanges.safeParse(values);
          if (!changes.success) return;
          onChange(changes.data);
          setEpoch((count) => count + 1);
        },
      }}
    />
  );
}
