import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ed25519 } from '@noble/curves/ed25519.js';
import { toBase64Url } from '@festivals/domain/bytes';
import type { Theme } from '@festivals/domain/festival/contract';
import { TicketId } from '@festivals/domain/primitives';
import { checkTicketCode, ticketCode } from '@festivals/domain/ticketing/ticket-code';
import { TicketPaper } from '@festivals/domain/ticketing/ticket-paper';
import { languages } from '@festivals/messages';
import { common } from '@festivals/messages/common';
import sharp from 'sharp';
import { encode, renderSVG } from 'uqr';
import { v7 } from 'uuid';
import { afterAll, describe, expect, it } from 'vitest';
import { runsOf, writable } from '../../paper/fonts.ts';
import { ticketsPdf } from './ticket-pdf.ts';
import type { FestivalOnPaper, TicketToPrint } from './ticket-to-print.ts';

const { secretKey, publicKey } = ed25519.keygen();
const keys = [{ number: 1, publicKey: toBase64Url(publicKey) }];

function ticket(changes: Partial<TicketToPrint> = {}): TicketToPrint {
  const id = TicketId.parse(v7());
  const code = ticketCode({ keyNumber: 1, ticketId: id, ticketTypeId: v7() }, (message) =>
    ed25519.sign(message, secretKey),
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
    extras: [],
    company: null,
    minor: null,
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
  cover: null,
});

const printed = (
  tickets: readonly TicketToPrint[],
  how: Partial<Parameters<typeof ticketsPdf>[1]> = {},
): Promise<Uint8Array> => ticketsPdf(tickets, { language: 'fr', festival: festival(), paper: 'A4', ...how });

const folder = mkdtempSync(join(tmpdir(), 'tickets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function kept(pdf: Uint8Array): string {
  const file = join(folder, `${v7()}.pdf`);
  writeFileSync(file, pdf);
  return file;
}

const missing = ['pdftoppm', 'pdftotext', 'pdfinfo', 'zbarimg'].filter((tool) => spawnSync(tool, ['--version']).error);
const skipped = missing.length > 0 && process.env['CI'] !== 'true';
if (skipped)
  process.stderr.write(
    `Printed tickets are not decoded here: ${missing.join(', ')} missing (apt install poppler-utils zbar-tools).\n`,
  );

it('is a PDF with a page a ticket', async () => {
  const pdf = Buffer.from(await printed([ticket(), ticket({ price: 0 })]));
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

it('has a code small enough for an old telephone: version 7, 45 modules a side, with error correction M', () => {
  const { version, size } = encode(ticket().code, { ecc: 'M', border: 0 });
  expect({ version, size }).toEqual({ version: 7, size: 45 });
});

it('says what it is, in which language, and that its parts are named', async () => {
  const pdf = Buffer.from(await printed([ticket()], { language: 'de' })).toString('latin1');
  expect(pdf).toMatch(/\/Lang \(de\)/);
  expect(pdf).toContain('/StructTreeRoot');
  expect(pdf).toMatch(/\/Marked true/);
  expect(pdf).toMatch(/\/DisplayDocTitle true/);
});

it('has the cover once, however many tickets show it', async () => {
  const picture = sharp({ create: { width: 1240, height: 877, channels: 3, background: '#2a7' } });
  const cover = await picture.jpeg().toBuffer();
  const sizes = await Promise.all(
    [1, 5].map(async (count) => {
      const tickets = Array.from({ length: count }, () => ticket());
      return Buffer.from(await printed(tickets, { festival: { ...festival(), cover } })).toString('latin1');
    }),
  );
  expect(sizes.map((pdf) => pdf.split('/Subtype /Image').length - 1)).toEqual([1, 1]);
});

/** What a decoder that is not ours reads in a picture: every code, one a line. */
const decoded = (picture: string): string[] =>
  spawnSync('zbarimg', ['--quiet', '--raw', '-S*.disable', '-Sqrcode.enable', picture], { encoding: 'utf8' })
    .stdout.trim()
    .split('\n');

/** Draws a page of a PDF as a stranger's program does. */
function drawn(pdf: Uint8Array, options: readonly string[]): string {
  const picture = join(folder, v7());
  execFileSync('pdftoppm', [...options, '-png', '-singlefile', kept(pdf), picture]);
  return `${picture}.png`;
}

function textOf(pdf: Uint8Array, tool: readonly [string, ...string[]] = ['pdftotext', '-layout']): string {
  const [program, ...options] = tool;
  const file = kept(pdf);
  return execFileSync(program, program === 'pdfinfo' ? [...options, file] : [...options, file, '-'], {
    encoding: 'utf8',
  });
}

const longest = {
  typeName: {
    fr: 'Forfait camping de quatre jours avec emplacement pour caravane, tarif réduit étudiants et demandeurs',
  },
  holder: 'Maximiliane-Theodora Wolfeschlegelsteinhausenbergerdorff-von-und-zu-Łęczyńska',
};

describe.skipIf(skipped)('on paper', () => {
  it.each([
    ['A4', 200],
    ['A4', 72],
    ['A6', 200],
    ['A6', 100],
    ['A6', 72],
  ] as const)(
    'of %s at %i dots an inch a decoder that is not ours reads the very code, and it is signed',
    async (paper, dots) => {
      const one = ticket();
      const [code = '', ...more] = decoded(drawn(await printed([one], { paper }), ['-r', String(dots)]));
      expect([code, more]).toEqual([one.code, []]);
      expect(checkTicketCode(code, keys)).toMatchObject({ ok: true, ticketId: one.id, keyNumber: 1 });
    },
  );

  it.each(TicketPaper.options)(
    'of %s every ticket of a file is read on its own page, with the longest names too',
    async (paper) => {
      const tickets = [ticket(), ticket(longest), ticket({ price: null })];
      const pdf = await printed(tickets, { paper });
      const codes = tickets.map((_, index) =>
        decoded(drawn(pdf, ['-r', '120', '-f', String(index + 1), '-l', String(index + 1)])),
      );
      expect(codes).toEqual(tickets.map(({ code }) => [code]));
    },
  );

  it.each([180, 240])('on a screen of %i pixels the code is read, a little out of focus as well', async (pixels) => {
    const { code } = ticket();
    // As the ticket's page draws it: with its quiet zone, and scaled by the browser.
    const svg = Buffer.from(renderSVG(code, { ecc: 'M', border: 4 }));
    const screen = sharp(svg, { density: 300 }).resize(pixels, pixels).flatten({ background: '#ffffff' });
    const [sharpOne, soft] = [join(folder, `${v7()}.png`), join(folder, `${v7()}.png`)];
    await screen.clone().png().toFile(sharpOne);
    await screen.clone().blur(0.6).png().toFile(soft);
    expect([decoded(sharpOne), decoded(soft)]).toEqual([[code], [code]]);
  });

  it('has the whole code in the quarter that is outside once a sheet of A4 is folded', async () => {
    const one = ticket();
    const [width, height] = [1240, 1754];
    const quarter = [
      '-r',
      '150',
      '-x',
      `${width / 2}`,
      '-y',
      `${height / 2}`,
      '-W',
      `${width / 2}`,
      '-H',
      `${height / 2}`,
    ];
    expect(decoded(drawn(await printed([one]), quarter))).toEqual([one.code]);
  });

  it.each([
    ['A4', /595\.\d+ x 841\.\d+|595\.28 x 841\.89/],
    ['A6', /297\.\d+ x 420\.\d+/],
  ] as const)('is of the size of %s', async (paper, size) => {
    expect(textOf(await printed([ticket()], { paper }), ['pdfinfo'])).toMatch(size);
  });

  it.each(TicketPaper.options)('of %s is read aloud in its order: the ticket before its small print', async (paper) => {
    const one = ticket();
    const told = textOf(await printed([one], { paper }), ['pdfinfo', '-struct-text']);
    const places = [
      'Solbrume',
      one.id.slice(-4).toUpperCase(),
      'Pass trois jours',
      'Łukasz Ünï',
      'Une seule entrée',
    ].map((word) => told.indexOf(word));
    expect(
      places.every((place) => place >= 0),
      told,
    ).toBe(true);
    expect(places).toEqual(places.toSorted((left, right) => left - right));
    for (const kind of ['H1', 'Figure', 'P']) expect(told).toMatch(new RegExp(`^\\s*${kind}\\b`, 'm'));
  });

  it('does not say what a gift cost', async () => {
    for (const paper of TicketPaper.options) {
      const words = textOf(await printed([ticket({ price: null })], { paper }));
      expect(words).not.toContain('149');
      expect(words).toContain('7KQ4M2XD');
    }
  });

  it.each(TicketPaper.options)('of %s says that a minor holds it, and who answers for them', async (paper) => {
    const guardian = { name: 'Zoé Müller', phone: '+32 470 12 34 56' };
    const one = ticket({ minor: { guardian } });
    const pdf = await printed([one, ticket({ minor: { guardian: null } }), ticket()], { paper });
    const pages = textOf(pdf).split('\f');
    expect(pages[0]?.replace(/\s+/g, ' ')).toMatch(/Personne mineure.*Zoé Müller.*\+32 470 12 34 56/);
    expect(pages[1]).toContain('Personne mineure');
    expect(pages[1]).not.toContain('responsable');
    expect(pages[2]).not.toContain('mineure');
    expect(decoded(drawn(pdf, ['-r', '100', '-f', '1', '-l', '1']))).toEqual([one.code]);
  });

  it.each(TicketPaper.options)('of %s has room for the longest names of a minor and a guardian', async (paper) => {
    const guardian = {
      name: `${longest.holder} ${longest.holder}`.slice(0, 120),
      phone: '+49 (0) 151 234 567 89, abends',
    };
    const one = ticket({ ...longest, minor: { guardian } });
    const pdf = await printed([one], { paper });
    expect(decoded(drawn(pdf, ['-r', '120']))).toEqual([one.code]);
    const words = textOf(pdf).replace(/\s+/g, ' ');
    expect(words).toContain('567 89, abends');
    expect(words).toContain('Une seule entrée');
  });

  it.each(languages)('says in %s which company owes the tax, in the words of the law', async (language) => {
    const company = { country: 'DE', vatNumber: 'DE136695976', name: 'Händlerbund' };
    const told = textOf(await printed([ticket({ vat: 0, company })], { language })).replace(/\s+/g, ' ');
    expect(told).toContain('Händlerbund, DE136695976.');
    // Beside the other column of the sheet, its lines are read one by one.
    for (const word of common[language].reverseCharge.mention.split(/[\s]+/)) expect(told).toContain(word);
    expect(textOf(await printed([ticket({ vat: 0 })], { language }))).not.toMatch(/\b0\s?%/);
  });

  it('names what was bought with it', async () => {
    const extras = [{ name: { fr: 'Emplacement de camping' }, quantity: 2 }];
    expect(textOf(await printed([ticket({ extras })]))).toMatch(/2 × Emplacement/);
  });

  it('shows of a name what can be written, and that there is more of it', async () => {
    const words = textOf(await printed([ticket({ holder: 'Ana لبنى' })], { paper: 'A6' }));
    expect(words).toContain('Ana […]');
  });

  it.each(languages)('says in %s what it is, whose, and what it cost', async (language) => {
    const one = ticket();
    const words = textOf(await printed([one], { language, festival: festival('ocean') }));
    for (const word of [
      'Solbrume',
      'Pass trois jours',
      'Łukasz Ünï',
      '7KQ4M2XD',
      'Valbrume',
      '2040',
      '149',
      one.id.slice(-4).toUpperCase(),
    ]) {
      expect(words).toContain(word);
    }
    // A date on the festival's calendar is that date in every zone.
    expect(words).toMatch(/13.*15/);
  });
});
