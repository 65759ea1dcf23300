import { openHouse } from './house.ts';

await openHouse({ kind: 'dev', prepare: async () => undefined });
