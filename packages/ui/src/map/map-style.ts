import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';

/** What the map is drawn in, by day or by night. */
export interface Ink {
  ground: string;
  grid: string;
  text: string;
  halo: string;
  accent: string;
}

export const inks: Readonly<Record<'day' | 'night', Ink>> = {
  day: { ground: '#f1f4ec', grid: '#dde3d4', text: '#26242f', halo: '#fbfcf9', accent: '#5b3fd6' },
  night: { ground: '#171a1c', grid: '#262b2d', text: '#eeedf4', halo: '#121416', accent: '#a494ff' },
};

/** Meadow and a grid: the ground where no background is configured, drawn without asking anybody. */
export const ownStyle = ({ ground }: Ink): StyleSpecification => ({
  version: 8,
  sources: {},
  layers: [{ id: 'ground', type: 'background', paint: { 'background-color': ground } }],
});

/** How places lie over any background. */
export const placeLayers = ({ text, halo, accent, grid }: Ink): LayerSpecification[] => [
  { id: 'grid', type: 'line', source: 'grid', paint: { 'line-color': grid, 'line-width': 1 } },
  {
    id: 'areas',
    type: 'fill',
    source: 'places',
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': ['get', 'color'], 'fill-opacity': 0.16 },
  },
  {
    id: 'lines',
    type: 'line',
    source: 'places',
    filter: ['==', ['get', 'part'], 'shape'],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': ['get', 'color'], 'line-width': ['interpolate', ['linear'], ['zoom'], 13, 1, 18, 3] },
  },
  {
    id: 'chosen-lines',
    type: 'line',
    source: 'places',
    filter: ['==', ['get', 'id'], ''],
    paint: { 'line-color': accent, 'line-width': 4 },
  },
  {
    id: 'chosen-signs',
    type: 'circle',
    source: 'places',
    filter: ['==', ['get', 'id'], ''],
    paint: {
      'circle-radius': 19,
      'circle-color': accent,
      'circle-opacity': 0.25,
      'circle-stroke-color': accent,
      'circle-stroke-width': 3,
    },
  },
  {
    id: 'signs',
    type: 'symbol',
    source: 'places',
    filter: ['==', ['get', 'part'], 'sign'],
    layout: {
      'icon-image': ['get', 'sign'],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 13, 0.5, 16, 0.8, 18, 1],
      'icon-padding': 0,
      'symbol-sort-key': ['get', 'rank'],
      'text-field': ['get', 'name'],
      // No server gives glyphs: the browser draws them in its own font.
      'text-font': ['Inter Variable', 'sans-serif'],
      'text-size': 12,
      'text-anchor': 'top',
      'text-offset': [0, 1.25],
      'text-max-width': 9,
      'text-optional': true,
    },
    paint: { 'text-color': text, 'text-halo-color': halo, 'text-halo-width': 1.5 },
  },
];
