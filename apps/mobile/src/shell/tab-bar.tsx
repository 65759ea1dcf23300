import { Link, usePathname } from 'expo-router';
import { Text, View } from 'react-native';
import Svg, { Path } from 'react-native-svg';
import { useCSSVariable } from 'uniwind';
import { useTranslations } from 'use-intl';
import { useEnrolment } from '../device/use-enrolment.ts';
import { usePerson } from '../session/person.ts';
import { useIsFullScreen } from './full-screen.tsx';

const TABS = [
  {
    href: '/tickets',
    name: 'tickets',
    icon: 'M3 8a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v2a2 2 0 0 0 0 4v2a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-2a2 2 0 0 0 0-4zM14 6v3m0 3v1m0 3v2',
  },
  {
    href: '/line-up',
    name: 'lineUp',
    icon: 'M9 18a3 3 0 1 1-6 0 3 3 0 0 1 6 0V6l12-2v12m0 0a3 3 0 1 1-6 0 3 3 0 0 1 6 0M9 10l12-2',
  },
  {
    href: '/scanner',
    name: 'scanner',
    icon: 'M4 8V5a1 1 0 0 1 1-1h3m8 0h3a1 1 0 0 1 1 1v3m0 8v3a1 1 0 0 1-1 1h-3m-8 0H5a1 1 0 0 1-1-1v-3M4 12h16',
  },
  { href: '/settings', name: 'settings', icon: 'M4 7h9m4 0h3M4 17h3m4 0h9M15 4v6M9 14v6' },
] as const;

/** The rooms of the app at the thumb's height; the scanner only for whoever works at a gate. */
export function TabBar() {
  const t = useTranslations('mobile.tabs');
  const here = usePathname();
  const scans = useScans();
  if (useIsFullScreen()) return null;
  return (
    <View role="navigation" className="flex-row justify-center border-t border-line bg-surface pb-safe">
      {TABS.filter((tab) => tab.name !== 'scanner' || scans).map((tab) => (
        <Tab key={tab.name} href={tab.href} icon={tab.icon} label={t(tab.name)} current={here.startsWith(tab.href)} />
      ))}
    </View>
  );
}

function useScans(): boolean {
  const enrolment = useEnrolment();
  const person = usePerson();
  return (
    Boolean(enrolment) || (person?.memberships ?? []).some((membership) => membership.abilities.includes('access.scan'))
  );
}

function Tab({
  href,
  icon,
  label,
  current,
}: {
  href: (typeof TABS)[number]['href'];
  icon: string;
  label: string;
  current: boolean;
}) {
  const [accent, soft] = useCSSVariable(['--color-accent-text', '--color-ink-soft']);
  return (
    <Link href={href} aria-current={current ? 'page' : undefined} className="max-w-40 flex-1">
      <View className="w-full items-center gap-1 px-1 py-3">
        <Svg width={26} height={26} viewBox="0 0 24 24" fill="none">
          <Path
            d={icon}
            stroke={String(current ? accent : soft)}
            strokeWidth={current ? 2.2 : 1.7}
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </Svg>
        <Text numberOfLines={1} className={`text-xs ${current ? 'font-semibold text-accent-text' : 'text-ink-soft'}`}>
          {label}
        </Text>
      </View>
    </Link>
  );
}
