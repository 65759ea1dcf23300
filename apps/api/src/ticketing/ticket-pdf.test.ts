import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Theme } from '@festivals/domain/festival/contract';
import { TicketId } from '@festivals/domain/primitives';
import { ticketCode } from '@festivals/domain/ticketing/ticket-code';
import { languages } from '@festivals/messages';
import { v7 } from 'uuid';
import { afterAll, describe, expect, it } from 'vitest';
import { runsOf, writable } from '../paper/fonts.ts';
import { ticketsPdf } from './ticket-pdf.ts';
import type { FestivalOnPaper, TicketToPrint } from './ticket-to-print.ts';

const { privateKey } = generateKeyPairSync('ed25519');

function ticket(changes: Partial<TicketToPrint> = {}): TicketToPrint {
  const id = TicketId.parse(v7());
  const code = ticketCode({ keyNumber: 1, ticketId: id, ticketTypeId: v7() }, (message) =>
    sign(null, message, privateKey),
  );
  return {
    id,
    code,
    typeName: { fr: 'Pass trois jours' },
    holder: 'Łukasz Ünï',
    reference: '7KQ4M2XD',
    price: 14_900,
    vat: 600,
    currency: 'EUR',
    ...changes,
  };
}

const festival = (palette: Theme['palette'] = 'sunset'): FestivalOnPaper => ({
  name: 'Solbrume',
  startsOn: '2040-07-13',
  endsOn: '2040-07-15',
  zone: 'Pacific/Kiritimati',
  languages: ['fr', 'en'],
  theme: { seed: 7, palette },
  place: { name: 'Prés', address: 'Chemin 1', city: 'Valbrume', country: 'BE', latitude: 50.6, longitude: 4.7 },
});

const folder = mkdtempSync(join(tmpdir(), 'tickets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function kept(pdf: Uint8Array): string {
  const file = join(folder, `${v7()}.pdf`);
  writeFileSync(file, pdf);
  return file;
}

const missing = ['pdftoppm', 'pdftotext', 'zbarimg'].filter((tool) => spawnSync(tool, ['--version']).error);
const skipped = missing.length > 0 && process.env['CI'] !== 'true';
if (skipped)
  process.stderr.write(
    `Printed tickets are not decoded here: ${missing.join(', ')} missing (apt install poppler-utils zbar-tools).\n`,
  );

it('is a PDF with a page a ticket', async () => {
  const pdf = Buffer.from(await ticketsPdf([ticket(), ticket({ price: 0 })], 'fr', festival()));
  expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-');
  expect(pdf.toString('latin1')).toContain('/Count 2');
});

it.each([
  ['Łukasz Ünï', ['latin-ext', 'latin']],
  ['Ωμέγα', ['greek']],
  ['Иванова', ['cyrillic']],
  ['Ana 🎉 李', ['latin']],
])('finds the files that %s is written with', (name, scripts) => {
  const fonts = runsOf(name, 'regular').map(({ font }) => font);
  expect(fonts).toEqual(scripts.map((script) => `inter-${script}-400-normal`));
});

it('leaves out what no file has, without a gap', () => {
  expect(writable('Ana 🎉 O’Neill')).toBe('Ana O’Neill');
});

describe.skipIf(skipped)('on paper', () => {
  it.each([
    // A page of A6 is half as wide: photographed as sharply as the A4 page, it has as many dots as that one at half the resolution.
    ['A4', 200],
    ['A6', 100],
  ])('at the size of %s, a decoder that is not ours reads the very code', async (_, dotsPerInch) => {
    const printed = ticket();
    const picture = join(folder, v7());
    execFileSync('pdftoppm', [
      '-r',
      String(dotsPerInch),
      '-png',
      '-singlefile',
      kept(await ticketsPdf([printed], 'fr', festival())),
      picture,
    ]);
    const { stdout } = spawnSync('zbarimg', ['--quiet', '--raw', `${picture}.png`], { encoding: 'utf8' });
    expect(stdout.trim()).toBe(printed.code);
  });

  it.each(languages)('says in %s what it is, whose, and what it cost', async (language) => {
    const printed = ticket();
    const text = join(folder, v7());
    execFileSync('pdftotext', ['-layout', kept(await ticketsPdf([printed], language, festival('ocean'))), text]);
    const words = readFileSync(text, 'utf8');
    for (const word of [
      'Solbrume',
      'Pass trois jours',
      'Łukasz Ünï',
      '7KQ4M2XD',
      'Valbrume',
      '2040',
      '149',
      printed.id.slice(-4).toUpperCase(),
    ]) {
      expect(words).toContain(word);
    }
    // A date on the festival's calendar is that date in every zone.
    expect(words).toMatch(/13.*15/);
  });
});
