-- Cash is paid in coins: where the smallest is worth more than a cent, the till takes another amount than the books say was owed, by a cent or two.

-- Whether a festival in euros rounds cash to five cents. Where a currency has no smaller coin, it is rounded without being asked.
alter table payment_setting add column cash_rounding boolean not null default false;
-- What the till took or gave more or less than was owed.
alter type ledger_account add value 'CASH_ROUNDING';
