/** How festivals take money. */
import type { PaymentSettings } from '@festivals/domain/payments/contract';
import { smallestCoin } from '@festivals/domain/payments/cash';
import type { Currency } from '@festivals/domain/primitives';
import { sql } from 'kysely';
import type { Tx } from '../platform/transaction.ts';

/** A festival that has chosen nothing practises. */
const untouched: PaymentSettings = {
  practice: true,
  online: [],
  embedded: false,
  stripeAccount: null,
  transfer: null,
  onSite: null,
  cashRounding: false,
};

export async function readSettings(tx: Tx): Promise<{ settings: PaymentSettings; version: number }> {
  const { rows } = await sql<PaymentSettings & { version: number }>`
    select practice, online, embedded, stripe_account as "stripeAccount", transfer, on_site as "onSite", cash_rounding as "cashRounding", version
    from payment_setting where festival_id = current_festival()`.execute(tx);
  if (!rows[0]) return { settings: untouched, version: 0 };
  const { version, ...settings } = rows[0];
  return { settings, version };
}

/** The smallest coin of what is paid in cash, minor units. */
export const cashCoin = async (tx: Tx, currency: Currency): Promise<number> =>
  smallestCoin(currency, (await readSettings(tx)).settings);

/** False when somebody else wrote since `version`. */
export async function writeSettings(tx: Tx, settings: PaymentSettings, version: number): Promise<boolean> {
  const { practice, online, embedded, stripeAccount, transfer, onSite, cashRounding } = settings;
  const values = sql`${practice}, ${sql.val([...online])}::text[], ${embedded}, ${stripeAccount}, ${json(transfer)}::jsonb, ${json(onSite)}::jsonb, ${cashRounding}::boolean`;
  const { rows } =
    version === 0
      ? await sql`insert into payment_setting (festival_id, practice, online, embedded, stripe_account, transfer, on_site, cash_rounding)
          values (current_festival(), ${values}) on conflict do nothing returning version`.execute(tx)
      : await sql`update payment_setting set (practice, online, embedded, stripe_account, transfer, on_site, cash_rounding) = row(${values}),
            version = version + 1
          where festival_id = current_festival() and version = ${version} returning version`.execute(tx);
  return rows.length === 1;
}

const json = (value: object | null) => (value === null ? null : JSON.stringify(value));
