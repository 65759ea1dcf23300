import { buildWhatIsStale } from './builder.ts';
import { openHouse } from './house.ts';
import { settings } from './settings.ts';

await openHouse({ kind: 'start', prepare: () => buildWhatIsStale(settings.only && { only: settings.only }) });
