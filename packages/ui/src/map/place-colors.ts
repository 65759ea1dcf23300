/** How a place is told apart, wherever there is a map: by the name of its sign and its colour, by its kind or its own. */

const kindColors = {
  STAGE: 'VIOLET',
  BAR: 'ORANGE',
  FOOD: 'ORANGE',
  TOILET: 'GREY',
  ACCESSIBLE_TOILET: 'GREY',
  WATER: 'BLUE',
  FIRST_AID: 'RED',
  AED: 'RED',
  CAMPING: 'GREEN',
  PARKING: 'GREY',
  ENTRANCE: 'TEAL',
  EXIT: 'GREY',
  CHARGING: 'TEAL',
  LOST_PROPERTY: 'GREY',
  MEETING_POINT: 'BLUE',
  CUSTOM: 'GREY',
} as const satisfies Record<string, SignColor>;
export type SignKind = keyof typeof kindColors;

/** Each colour by day and by night; at least 3:1 against the ground that it is drawn on (WCAG 2.1, 1.4.11). */
export const palette = {
  GREY: ['#5b6472', '#a7b0bf'],
  RED: ['#cf2337', '#ff7a80'],
  ORANGE: ['#b75205', '#f7a35c'],
  YELLOW: ['#8f6a00', '#f0c94d'],
  GREEN: ['#23793f', '#6fcf8b'],
  TEAL: ['#0b7675', '#55cbc6'],
  BLUE: ['#1c66c4', '#7fb4ff'],
  VIOLET: ['#6d3fd4', '#b49bff'],
  PINK: ['#b82c7c', '#f78dc4'],
} as const satisfies Record<string, readonly [day: string, night: string]>;
export type SignColor = keyof typeof palette;

/** Signs for places of no other kind. */
export type SignIcon =
  | 'PIN'
  | 'FLAG'
  | 'STAR'
  | 'INFO'
  | 'SHOP'
  | 'WALLET'
  | 'TICKET'
  | 'PATH'
  | 'FENCE'
  | 'TREE'
  | 'FIRE'
  | 'LIGHT'
  | 'POWER'
  | 'WIFI'
  | 'CAMERA'
  | 'ART'
  | 'GAMES'
  | 'CHILDREN'
  | 'QUIET'
  | 'SHOWER'
  | 'WASTE'
  | 'RECYCLING'
  | 'BUS'
  | 'TAXI'
  | 'BICYCLE'
  | 'TRUCK'
  | 'OFFICE'
  | 'SECURITY'
  | 'WARNING';

/** What of a place decides its sign: a kind, or for a place of no kind a sign and a colour by name. */
export interface Signed {
  kind: SignKind;
  icon: SignIcon | null;
  color: SignColor | null;
}

export const colorOf = ({ kind, color }: Signed): SignColor => color ?? kindColors[kind];
/** The first half of a sign's name among the map's pictures: which icon. */
export const iconNameOf = ({ kind, icon }: Pick<Signed, 'kind' | 'icon'>): string => icon ?? `kind-${kind}`;
/** The name of a place's sign among the map's pictures. */
export const signOf = (place: Signed): string => `${iconNameOf(place)} ${colorOf(place)}`;

/** A colour for the page: the browser chooses by day and night. */
export const cssColor = (color: SignColor): string => `light-dark(${palette[color].join(', ')})`;
