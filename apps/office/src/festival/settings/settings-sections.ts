import {
  CalendarDays,
  CircleHelp,
  Contact,
  Images,
  Languages,
  MapPin,
  Megaphone,
  Palette,
  Percent,
  Scale,
  Share2,
  ShieldCheck,
  TextQuote,
  Workflow,
} from 'lucide-react';

/** The rooms of the settings, in the order in which one would fill them. */
export const settingsSections = [
  { to: '/f/$slug/settings', name: 'identity', icon: TextQuote },
  { to: '/f/$slug/settings/dates', name: 'dates', icon: CalendarDays },
  { to: '/f/$slug/settings/place', name: 'place', icon: MapPin },
  { to: '/f/$slug/settings/languages', name: 'languages', icon: Languages },
  { to: '/f/$slug/settings/theme', name: 'theme', icon: Palette },
  { to: '/f/$slug/settings/pictures', name: 'pictures', icon: Images },
  { to: '/f/$slug/settings/vat', name: 'vat', icon: Percent },
  { to: '/f/$slug/settings/contact', name: 'contact', icon: Contact },
  { to: '/f/$slug/settings/legal', name: 'legal', icon: Scale },
  { to: '/f/$slug/settings/policies', name: 'policies', icon: ShieldCheck },
  { to: '/f/$slug/settings/faq', name: 'faq', icon: CircleHelp },
  { to: '/f/$slug/settings/social', name: 'social', icon: Share2 },
  { to: '/f/$slug/settings/news', name: 'news', icon: Megaphone },
  { to: '/f/$slug/settings/life', name: 'life', icon: Workflow },
] as const;
