/** How a festival is paid in tests, and what its books say of it. */
import type { TestApi } from '../testing/start-api.ts';

type Client = Awaited<ReturnType<TestApi['person']>>['client'];
type Settings = Parameters<Client['payments']['updatePaymentSettings']>[0]['body']['settings'];

const noWays: Settings = {
  practice: false,
  online: [],
  embedded: false,
  stripeAccount: null,
  transfer: null,
  onSite: null,
};
/** An account of the festival's that money is transferred to. */
export const transfer: Settings['transfer'] = { holder: 'Solbrume', iban: 'BE68539007547034', bic: '', days: 7 };

/** A festival's first word on how it is paid: in these ways, and in no other. */
export const takeMoney = ({ payments }: Client, festivalId: string, ways: Partial<Settings>) =>
  payments.updatePaymentSettings({ params: { festivalId }, body: { version: 0, settings: { ...noWays, ...ways } } });

/** Where a festival's money is, by account, in minor units: what was sold and its tax are left out, and accounts in which nothing lies. */
export async function balancesOf(api: TestApi, festivalId: string): Promise<Record<string, number>> {
  const { rows } = await api.ownerPool.query<{ account: string; amount: number }>(
    `select account::text, sum(amount)::int as amount from posting
     where festival_id = $1 and account not in ('TICKET_SALES', 'VAT_COLLECTED')
     group by account having sum(amount) <> 0 order by account`,
    [festivalId],
  );
  return Object.fromEntries(rows.map(({ account, amount }) => [account, amount]));
}
