import { taxByRate } from '@festivals/domain/ticketing/receipt';
import { mm } from '../../paper/a4.ts';
import { black, label, margin, plain, small, strong, width, type Sheet } from './receipt-sheet.ts';
import type { ReceiptToPrint } from './receipt-to-print.ts';
import type { Words } from './receipt-words.ts';

const amounts = { each: 30 * mm, vat: 18 * mm, sum: 32 * mm };
const columns = {
  what: { x: margin, width: width - amounts.each - amounts.vat - amounts.sum - 4 * mm },
  each: { x: margin + width - amounts.sum - amounts.vat - amounts.each, width: amounts.each },
  vat: { x: margin + width - amounts.sum - amounts.vat, width: amounts.vat },
  sum: { x: margin + width - amounts.sum, width: amounts.sum },
};

/** What was bought, what came off it, and the total; with the words that the law wants where a company owes the tax. */
export function drawLines(
  sheet: Sheet,
  { lines, total, company }: ReceiptToPrint,
  { t, common, money, rate, named }: Words,
): void {
  sheet.row([
    { text: t('receipt.what'), ...columns.what, hand: label },
    { text: t('receipt.each'), ...columns.each, hand: label, end: true },
    { text: t('receipt.vat'), ...columns.vat, hand: label, end: true },
    { text: t('receipt.sum'), ...columns.sum, hand: label, end: true },
  ]);
  for (const { kind, name, quantity, unitPrice, vat, why } of lines) {
    sheet.need(12 * mm);
    sheet.rule();
    sheet.gap(2 * mm);
    const what = kind === 'DONATION' ? t('receipt.gift') : named(name);
    sheet.row(
      [
        { text: `${quantity}\u00a0× ${what}`, ...columns.what, hand: strong },
        { text: money(unitPrice), ...columns.each, hand: plain, end: true },
        { text: rate(vat), ...columns.vat, hand: plain, end: true },
        { text: money(quantity * unitPrice), ...columns.sum, hand: plain, end: true },
      ],
      1 * mm,
    );
    for (const { name: reason, code, amount } of why) {
      const less = code ?? (reason === null ? '' : named(reason));
      sheet.row([{ text: t('receipt.less', { name: less, amount: money(amount) }), ...columns.what, hand: small }], 0);
    }
    sheet.gap(1 * mm);
  }
  sheet.need(18 * mm);
  sheet.rule(black);
  sheet.gap(3 * mm);
  const bold = { ...strong, size: 13 };
  sheet.row([
    { text: company ? common('reverseCharge.total') : t('receipt.total'), ...columns.what, hand: bold },
    { text: money(total), x: margin + width / 2, width: width / 2, hand: bold, end: true },
  ]);
  if (company) {
    sheet.gap(1 * mm);
    sheet.row([{ text: common('reverseCharge.mention'), x: margin, width, hand: strong }]);
  }
}

/** The tax by rate; none where the buyer owes it. */
export function drawTaxes(sheet: Sheet, { lines, company }: ReceiptToPrint, { t, money, rate }: Words): void {
  const taxes = taxByRate(lines);
  if (company || taxes.length === 0) return;
  sheet.gap(7 * mm);
  sheet.heading(t('receipt.taxes'));
  const cells = (texts: readonly [string, string, string, string], hand: typeof plain) => [
    { text: texts[0], ...columns.what, hand },
    { text: texts[1], ...columns.each, hand, end: true },
    { text: texts[2], ...columns.vat, hand, end: true },
    { text: texts[3], ...columns.sum, hand, end: true },
  ];
  sheet.row(cells([t('receipt.rate'), t('receipt.net'), t('receipt.vat'), t('receipt.gross')], label));
  for (const tax of taxes) {
    sheet.need(10 * mm);
    sheet.rule();
    sheet.gap(2 * mm);
    sheet.row(cells([rate(tax.rate), money(tax.net), money(tax.vat), money(tax.gross)], plain));
  }
}

/** What was paid, what went back, and what is left. */
export function drawMoney(sheet: Sheet, receipt: ReceiptToPrint, { t, money, day }: Words): void {
  const { provider, total, paidAt, refunds, rounding } = receipt;
  sheet.gap(7 * mm);
  sheet.heading(t('receipt.money'));
  const across = { x: margin, width: width - amounts.sum - 4 * mm };
  const line = (text: string, amount: number, hand = plain) => {
    sheet.need(10 * mm);
    sheet.rule();
    sheet.gap(2 * mm);
    sheet.row([
      { text, ...across, hand },
      { text: money(amount), ...columns.sum, hand, end: true },
    ]);
  };
  line(t('receipt.paidBy', { way: t(`receipt.way.${provider}`), when: day(paidAt) }), total);
  if (rounding !== 0) line(t('receipt.rounding'), rounding);
  for (const { amount, vatAmount, at, done, rounding: coins } of refunds) {
    line(t(done ? 'receipt.givenBack' : 'receipt.owed', { when: day(at) }), -amount);
    if (vatAmount > 0)
      sheet.row([{ text: t('receipt.vatIn', { amount: money(-vatAmount) }), ...across, hand: small }], 1 * mm);
    if (coins !== 0) line(t('receipt.rounding'), -coins);
  }
  if (refunds.length === 0 && rounding === 0) return;
  const back = refunds.reduce((sum, { amount, rounding: coins }) => sum + amount + coins, 0);
  line(t('receipt.remains'), total + rounding - back, strong);
}
