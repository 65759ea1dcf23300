import { benchDatabase } from './bench-database.ts';
import { openLargeFestival } from './large-festival.ts';
import { fillWithTrade } from './large-trade.ts';
import { openDatabase } from '../../apps/api/src/platform/database.ts';
import { readEnv } from '../../apps/api/src/platform/env.ts';
import { openPool } from '@festivals/database';
import { slots } from '../../apps/api/src/programme/slot-store.ts';
import { listedArtists } from '../../apps/api/src/programme/artist-store.ts';
import * as places from '../../apps/api/src/places/store.ts';
import * as stands from '../../apps/api/src/stands/store.ts';
import { sql } from 'kysely';
import { Session } from 'node:inspector/promises';
import { writeFileSync } from 'node:fs';
const database = await benchDatabase();
const o = openPool(database.url,{max:1});
await o.query(`insert into person (id,email,name,password_hash,language) values (gen_random_uuid(),'a@b.example','x','x','en')`).catch(e=>console.log(e.message));
const { festivalId } = await openLargeFestival(database.url, 'a@b.example');
await fillWithTrade(database.url, festivalId);
await o.query('analyze');
const env = readEnv({ NODE_ENV:'test', DATABASE_URL: database.url, FESTIVALS_DATA:'/tmp/owner/x', JWT_SECRET:'a'.repeat(64), SEALING_SECRET:'b'.repeat(64)});
const { db, pool } = openDatabase(env,'bench');
const time = async (n, f) => { const t=[]; let r; for (let i=0;i<40;i++){const b=performance.now(); r=await f(); t.push(performance.now()-b);} t.sort((a,b)=>a-b); console.log(n.padEnd(20), t[20].toFixed(1), t[38].toFixed(1)); return r; };
await db.transaction().execute(async (tx)=>{
  await sql`select set_config('app.festival', ${festivalId}, true)`.execute(tx);
  const session = new Session(); session.connect();
  if (process.argv[2]) { await session.post('Profiler.enable'); await session.post('Profiler.start'); }
  const s = await time('slots', ()=>slots(tx));
  const a = await time('artists', ()=>listedArtists(tx));
  const p = await time('places', ()=>places.list(tx));
  const st = await time('stands', ()=>stands.list(tx));
  if (process.argv[2]) { const { profile } = await session.post('Profiler.stop'); writeFileSync('/tmp/owner/draft.cpuprofile', JSON.stringify(profile)); }
  for (const [n,v] of Object.entries({s,a,p,st})) { const j=await time('stringify '+n, async()=>JSON.stringify(v)); console.log(j.length); }
});
await pool.end(); await o.end(); await database.stop();
