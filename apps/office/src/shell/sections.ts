import type { Permission } from '@festivals/domain/identity/roles';
import {
  BookOpenText,
  CalendarRange,
  ClipboardList,
  History,
  Images,
  LayoutDashboard,
  Map,
  ReceiptText,
  ScanLine,
  Settings,
  Smartphone,
  Store,
  Tags,
  Ticket,
  TicketPercent,
  Users,
} from 'lucide-react';

/** The rooms of a festival, in the order of the sidebar. Shown to those who may do what they are for. */
export const sections = [
  { to: '/f/$slug', name: 'overview', icon: LayoutDashboard, needs: 'festival.read' },
  { to: '/f/$slug/programme', name: 'programme', icon: CalendarRange, needs: 'programme.read' },
  { to: '/f/$slug/map', name: 'map', icon: Map, needs: 'places.read' },
  { to: '/f/$slug/stands', name: 'stands', icon: Store, needs: 'stands.read' },
  { to: '/f/$slug/pictures', name: 'media', icon: Images, needs: 'media.read' },
  { to: '/f/$slug/tickets', name: 'tickets', icon: Ticket, needs: 'ticketing.read' },
  { to: '/f/$slug/prices', name: 'prices', icon: Tags, needs: 'ticketing.read' },
  { to: '/f/$slug/codes', name: 'codes', icon: TicketPercent, needs: 'ticketing.read' },
  { to: '/f/$slug/orders', name: 'orders', icon: ReceiptText, needs: 'orders.read' },
  { to: '/f/$slug/guests', name: 'guests', icon: ClipboardList, needs: 'guests.fill' },
  { to: '/f/$slug/ledger', name: 'ledger', icon: BookOpenText, needs: 'ledger.read' },
  { to: '/f/$slug/gates', name: 'gates', icon: ScanLine, needs: 'access.read' },
  { to: '/f/$slug/devices', name: 'devices', icon: Smartphone, needs: 'devices.read' },
  { to: '/f/$slug/team', name: 'team', icon: Users, needs: 'team.read' },
  { to: '/f/$slug/history', name: 'history', icon: History, needs: 'audit.read' },
  { to: '/f/$slug/settings', name: 'settings', icon: Settings, needs: 'festival.edit' },
] as const satisfies readonly { needs: Permission; [key: string]: unknown }[];
