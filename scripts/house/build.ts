import { buildWhatIsStale } from './builder.ts';
import { giveUp } from './progress.ts';

await buildWhatIsStale({ force: process.argv.includes('--force') }).catch(giveUp);
