import { buildWhatIsStale } from './builder.ts';
import { openHouse } from './house.ts';

await openHouse({ kind: 'start', prepare: () => buildWhatIsStale() });
