import type { MapPlace } from '@festivals/domain/places/contract';
import type { PlaceColor, PlaceIcon, PlaceKind } from '@festivals/domain/places/place-kind';
import {
  Accessibility,
  BatteryCharging,
  Beer,
  Bike,
  Bus,
  Camera,
  CarTaxiFront,
  CircleParking,
  Cross,
  DoorOpen,
  Droplets,
  Fence,
  Flag,
  FlameKindling,
  Gamepad2,
  HeartPulse,
  Info,
  Lightbulb,
  LogOut,
  MapPin,
  Moon,
  Music,
  Palette,
  Recycle,
  Route,
  Search,
  Shield,
  ShoppingBag,
  ShowerHead,
  Star,
  Tent,
  Ticket,
  Toilet,
  ToyBrick,
  Trash2,
  Trees,
  TriangleAlert,
  Truck,
  Users,
  UtensilsCrossed,
  Wallet,
  Wifi,
  Wrench,
  Zap,
  type LucideIcon,
} from 'lucide-react';

const kindIcons: Record<PlaceKind, LucideIcon> = {
  STAGE: Music,
  BAR: Beer,
  FOOD: UtensilsCrossed,
  TOILET: Toilet,
  ACCESSIBLE_TOILET: Accessibility,
  WATER: Droplets,
  FIRST_AID: Cross,
  AED: HeartPulse,
  CAMPING: Tent,
  PARKING: CircleParking,
  ENTRANCE: DoorOpen,
  EXIT: LogOut,
  CHARGING: BatteryCharging,
  LOST_PROPERTY: Search,
  MEETING_POINT: Users,
  CUSTOM: MapPin,
};

export const customIcons: Record<PlaceIcon, LucideIcon> = {
  PIN: MapPin,
  FLAG: Flag,
  STAR: Star,
  INFO: Info,
  SHOP: ShoppingBag,
  WALLET: Wallet,
  TICKET: Ticket,
  PATH: Route,
  FENCE: Fence,
  TREE: Trees,
  FIRE: FlameKindling,
  LIGHT: Lightbulb,
  POWER: Zap,
  WIFI: Wifi,
  CAMERA: Camera,
  ART: Palette,
  GAMES: Gamepad2,
  CHILDREN: ToyBrick,
  QUIET: Moon,
  SHOWER: ShowerHead,
  WASTE: Trash2,
  RECYCLING: Recycle,
  BUS: Bus,
  TAXI: CarTaxiFront,
  BICYCLE: Bike,
  TRUCK: Truck,
  OFFICE: Wrench,
  SECURITY: Shield,
  WARNING: TriangleAlert,
};

const kindColors: Record<PlaceKind, PlaceColor> = {
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
};

/** Each colour by day and by night; at least 3:1 against the ground that it is drawn on (WCAG 2.1, 1.4.11). */
export const palette: Record<PlaceColor, readonly [day: string, night: string]> = {
  GREY: ['#5b6472', '#a7b0bf'],
  RED: ['#cf2337', '#ff7a80'],
  ORANGE: ['#b75205', '#f7a35c'],
  YELLOW: ['#8f6a00', '#f0c94d'],
  GREEN: ['#23793f', '#6fcf8b'],
  TEAL: ['#0b7675', '#55cbc6'],
  BLUE: ['#1c66c4', '#7fb4ff'],
  VIOLET: ['#6d3fd4', '#b49bff'],
  PINK: ['#b82c7c', '#f78dc4'],
};

type Signed = Pick<MapPlace, 'kind' | 'icon' | 'color'>;

export const iconOf = ({ kind, icon }: Signed): LucideIcon => (icon === null ? kindIcons[kind] : customIcons[icon]);
export const colorOf = ({ kind, color }: Signed): PlaceColor => color ?? kindColors[kind];
/** The name of a place's sign among the map's pictures. */
export const signOf = (place: Signed): string => `${place.icon ?? `kind-${place.kind}`} ${colorOf(place)}`;

/** A colour for the page: the browser chooses by day and night. */
export const cssColor = (color: PlaceColor): string => `light-dark(${palette[color].join(', ')})`;

/** Every sign there is, by the first half of its name. */
export const allSigns: ReadonlyMap<string, LucideIcon> = new Map([
  ...Object.entries(kindIcons).map(([kind, icon]) => [`kind-${kind}`, icon] as const),
  ...Object.entries(customIcons),
]);
