import { getTranslations } from 'next-intl/server';
import type { Seen } from '../festival/seen.ts';

const link = 'inline-block py-1 font-semibold text-accent-text underline underline-offset-4';

/** The site's coordinates, and links that open the visitor's own map; nothing is fetched from any of them. */
export async function MapApps({ festival, language }: Seen) {
  const t = await getTranslations({ locale: language, namespace: 'site.way' });
  const { latitude, longitude, name } = festival.place;
  const at = `${latitude},${longitude}`;
  const apps = [
    { name: t('own_app'), href: `geo:${at}?q=${at}(${encodeURIComponent(name)})` },
    { name: 'OpenStreetMap', href: `https://www.openstreetmap.org/directions?to=${encodeURIComponent(at)}` },
    { name: 'Apple Maps', href: `https://maps.apple.com/?daddr=${encodeURIComponent(at)}` },
    { name: 'Google Maps', href: `https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(at)}` },
  ];
  return (
    <div>
      <p className="tabular text-ink-soft">
        {t('coordinates')} {latitude.toFixed(5)}, {longitude.toFixed(5)}
      </p>
      <ul className="mt-1 flex flex-wrap gap-x-5">
        {apps.map((app) => (
          <li key={app.name}>
            <a href={app.href} rel="noopener noreferrer" className={link}>
              {app.name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
