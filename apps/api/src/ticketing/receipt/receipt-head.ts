import { mm } from '../../paper/a4.ts';
import { printable } from '../../paper/printable.ts';
import { label, margin, plain, strong, width, type Sheet } from './receipt-sheet.ts';
import type { ReceiptToPrint } from './receipt-to-print.ts';
import type { Words } from './receipt-words.ts';

const half = (width - 10 * mm) / 2;

/** What it is a receipt of, who sold and who bought. */
export function drawHead(
  sheet: Sheet,
  { reference, placedAt, paidAt, seller, name, email, company }: ReceiptToPrint,
  { t, day }: Words,
  ink: string,
  asHeading: (draw: () => void) => void,
): void {
  const { pen } = sheet;
  const big = { weight: 'black', size: 30, color: ink, spacing: -0.6 } as const;
  asHeading(() => (sheet.y = pen.paragraph(t('receipt.title'), margin, sheet.y, width, big)));
  sheet.gap(5 * mm);
  const third = (width - 10 * mm) / 3;
  const facts = [
    [t('receipt.order'), reference],
    [t('receipt.placed'), day(placedAt)],
    [t('receipt.paid'), day(paidAt)],
  ] as const;
  const column = (at: number) => ({ x: margin + at * (third + 5 * mm), width: third });
  sheet.row(
    facts.map(([text], at) => ({ text, ...column(at), hand: label })),
    0.8 * mm,
  );
  sheet.row(facts.map(([, text], at) => ({ text, ...column(at), hand: { ...strong, size: 11 } })));
  sheet.gap(6 * mm);
  const vat = (number: string | undefined) => (number === undefined ? [] : [t('receipt.vatNumber', { number })]);
  const from = [
    ...seller.address.split('\n'),
    ...vat(seller.vatNumber),
    ...[seller.email, seller.phone, seller.website].flatMap((one) => one ?? []),
  ];
  const to = [...(company?.name === undefined ? [] : [name]), ...(company ? vat(company.vatNumber) : []), email];
  const [left, right] = [
    { x: margin, width: half },
    { x: margin + half + 10 * mm, width: half },
  ];
  sheet.row(
    [
      { text: t('receipt.seller'), ...left, hand: label },
      { text: t('receipt.buyer'), ...right, hand: label },
    ],
    0.8 * mm,
  );
  sheet.row(
    [
      { text: printable(seller.organisation), ...left, hand: strong },
      { text: printable(company?.name ?? name), ...right, hand: strong },
    ],
    0.6 * mm,
  );
  const most = Math.max(from.length, to.length);
  for (let at = 0; at < most; at += 1) {
    sheet.row(
      [
        { text: printable(from[at] ?? ''), ...left, hand: plain },
        { text: printable(to[at] ?? ''), ...right, hand: plain },
      ],
      0.4 * mm,
    );
  }
  sheet.gap(9 * mm);
}
