import type { Festival } from '@festivals/domain/festival/contract';
import type { MapLayer } from '@festivals/domain/places/contract';
import { Card } from '@festivals/ui/card';
import type { ReactNode } from 'react';
import { ManyPanel } from './many-panel.tsx';
import { PlacePanel } from './place-panel.tsx';
import type { Chosen } from './use-chosen-places.ts';
import type { MapDeeds } from './use-map-deeds.ts';

type Props = {
  festival: Festival;
  layers: readonly MapLayer[];
  chosen: Chosen;
  mayEdit: boolean;
  deeds: MapDeeds;
  /** What stands there while nothing is chosen. */
  children: ReactNode;
};

/** Beside the map: what is chosen on it, in words and fields. */
export function MapSide({ festival, layers, chosen, mayEdit, deeds, children }: Props) {
  const { ids, place } = chosen;
  const shared = {
    layers,
    onNudge: deeds.nudge,
    onRemove: () => void deeds.remove(),
    onClose: () => chosen.choose(null, false),
  };
  return (
    <Card className="flex max-h-[80dvh] min-h-0 flex-col overflow-hidden lg:max-h-none">
      {place !== undefined ? (
        <PlacePanel
          festival={festival}
          place={place}
          mayEdit={mayEdit}
          clashes={deeds.clash?.id === place.id ? deeds.clash.clashes : []}
          onSettle={deeds.settle}
          onChange={(changes, began) => void deeds.change([{ id: place.id, changes, ...(began && { began }) }])}
          {...shared}
        />
      ) : ids.length > 1 && mayEdit ? (
        <ManyPanel
          count={ids.length}
          onLayer={(layerId) => void deeds.change(ids.map((id) => ({ id, changes: { layerId } })))}
          {...shared}
        />
      ) : (
        children
      )}
    </Card>
  );
}
