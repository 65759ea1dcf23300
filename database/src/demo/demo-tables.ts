import { type DemoAccount, demoAccounts } from './accounts.ts';
import { newsRows, sectionRows } from './details.ts';
import { type DemoFestival, demoFestivals, festivalRow } from './festivals.ts';
import { fieldAround } from './field.ts';
import { guestListRows } from './guest-lists.ts';
import type { Row, Tables } from './insert-rows.ts';
import { plainInventory, solbrumeInventory } from './inventory.ts';
import { laitonInventory, laitonTypes } from './laiton-tickets.ts';
import { laitonSite } from './laiton-site.ts';
import { laitonStages } from './laiton-line-up.ts';
import { harbourStage, stagePlans } from './line-up.ts';
import { demoPeople, type DemoPeople } from './people.ts';
import { laitonPrices, solbrumePrices, zoutlichtPrices } from './price-plans.ts';
import { seededRandom } from './seeded-random.ts';
import { solbrumeSite } from './solbrume-site.ts';
import { solbrumeTypes, zoutlichtTypes } from './ticket-types.ts';
import { wholeFestival } from './whole-festival.ts';
import { zoutlichtSite } from './zoutlicht-site.ts';

const hourInMs = 3_600_000;
const dayInMs = 24 * hourInMs;

/** Every row of the demo, by table, in the order in which foreign keys want them. */
export async function demoTables(now: Date): Promise<Tables> {
  const base = new Date(Math.floor(now.getTime() / hourInMs) * hourInMs);
  const founded = new Date(base.getTime() - 160 * dayInMs);
  const festivalIds = seededRandom('festivals');
  const festivals = demoFestivals(base, () => festivalIds.id(founded));
  const { solbrume, winter, zoutlicht, laiton } = festivals;
  const people = await demoPeople(seededRandom('people'), demoAccounts, founded);

  const visitor = { ...visitorOf(demoAccounts), personId: people.idOf('visitor') };
  const setting = { base, founded, visitor };
  const parts = [
    wholeFestival(setting, {
      festival: solbrume,
      site: solbrumeSite(fieldAround(solbrume.place)),
      stages: stagePlans,
      types: solbrumeTypes,
      inventory: solbrumeInventory,
      prices: solbrumePrices,
      orders: 3_000,
    }),
    wholeFestival(setting, {
      festival: zoutlicht,
      site: zoutlichtSite(fieldAround(zoutlicht.place)),
      stages: [harbourStage],
      types: zoutlichtTypes,
      inventory: plainInventory,
      prices: zoutlichtPrices,
      orders: 240,
    }),
    wholeFestival(setting, {
      festival: laiton,
      site: laitonSite(fieldAround(laiton.place)),
      stages: laitonStages,
      types: laitonTypes,
      inventory: laitonInventory,
      prices: laitonPrices,
      orders: 420,
    }),
  ];
  const all = (part: keyof ReturnType<typeof wholeFestival>) => parts.flatMap((rows) => rows[part]);

  const [firstType] = parts[0]?.types ?? [];
  const guests = guestListRows(
    seededRandom('guests of solbrume'),
    solbrume,
    String(firstType?.['id']),
    people.idOf,
    new Date(base.getTime() - 9 * dayInMs),
  );
  return [
    ['person', people.rows],
    ['festival', [solbrume, winter, zoutlicht, laiton].map((festival) => festivalRow(festival, founded))],
    ['presentment_rate', presentmentRows(solbrume, founded)],
    ['membership', memberships(people, festivals, founded)],
    ['festival_section', [solbrume, zoutlicht, laiton].flatMap(sectionRows)],
    [
      'news',
      [solbrume, zoutlicht, laiton].flatMap((festival) =>
        newsRows(festival, base, seededRandom(`news of ${festival.slug}`)),
      ),
    ],
    ['map_layer', all('layers')],
    ['place', all('places')],
    ['gate', all('gates')],
    ['stage', all('stages')],
    ['artist', all('artists')],
    ['artist_fee', all('fees')],
    ['slot', all('slots')],
    ['slot_artist', all('backToBack')],
    ['stand', all('stands')],
    ['product', all('products')],
    ['stock_item', all('stockItems')],
    ['product_stock', all('productStock')],
    ['stock_movement', all('stockMovements')],
    ['volunteer', all('volunteers')],
    ['quota', [...all('quotas'), ...all('sharedQuotas'), ...all('optionQuotas'), ...all('codeQuotas')]],
    ['ticket_group', all('ticketGroups')],
    ['ticket_type', all('types')],
    ['guest_list', guests.lists],
    ['guest', guests.guests],
    ['ticket_type_quota', all('quotaLinks')],
    ['ticket_option', all('ticketOptions')],
    ['price_rules', all('priceRules')],
    ['asked_of_buyers', all('asked')],
    ['promo_code', all('promoCodes')],
    ['basket', all('baskets')],
    ['basket_line', all('lines')],
    ['basket_claim', all('claims')],
    ['basket_code', all('codes')],
    ['ticket_order', all('orders')],
    ['payment', all('payments')],
    ['sandbox_charge', all('charges')],
    ['ticket', all('tickets')],
    ['event', [solbrume, winter, zoutlicht, laiton].map((festival) => seededEvent(festival, base))],
  ];
}

function visitorOf(accounts: readonly DemoAccount[]): DemoAccount {
  const visitor = accounts.find((account) => account.role === 'visitor');
  if (!visitor) throw new RangeError('The demo has no visitor.');
  return visitor;
}

function memberships(people: DemoPeople, festivals: ReturnType<typeof demoFestivals>, since: Date): Row[] {
  const member = (festival: DemoFestival, account: string, role: string): Row => ({
    festival_id: festival.id,
    person_id: people.idOf(account),
    role,
    since,
  });
  const { solbrume, winter, zoutlicht, laiton } = festivals;
  return [
    member(solbrume, 'organiser', 'ORGANISER'),
    member(solbrume, 'finance', 'FINANCE'),
    member(solbrume, 'programmer', 'PROGRAMMER'),
    member(solbrume, 'staff', 'STAFF'),
    member(solbrume, 'security', 'SECURITY'),
    member(winter, 'organiser', 'ORGANISER'),
    member(zoutlicht, 'organiser of another festival', 'ORGANISER'),
    member(laiton, 'organiser of another festival', 'ORGANISER'),
  ];
}

/** The one event of a made-up festival: that it is made up. Its sales have none, for nobody made them. */
const seededEvent = (festival: DemoFestival, at: Date): Row => ({
  festival_id: festival.id,
  id: seededRandom(`event of ${festival.slug}`).id(at),
  name: 'festival.seeded',
  actor_kind: 'system',
  subject_id: festival.id,
  after: { slug: festival.slug },
});

/** Buyers from beyond the border see about what it comes to for them: millionths of their currency for a euro. */
const presentmentRows = ({ id }: DemoFestival, since: Date): Row[] => [
  { festival_id: id, currency: 'CHF', since, rate: 940_000 },
  { festival_id: id, currency: 'GBP', since, rate: 862_500 },
];
