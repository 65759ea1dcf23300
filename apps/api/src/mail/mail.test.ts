import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Language } from '@festivals/domain/primitives';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Resources } from '../platform/context.ts';
import { readEnv } from '../platform/env.ts';
import { createLogger } from '../platform/logger.ts';
import { letterHtml } from './letter-html.ts';
import { letterText } from './letter-text.ts';
import { newestMessages } from './mailbox.ts';
import { addMailbox } from './mailbox-page.ts';
import { sendMail } from './send-mail.ts';
import type { MailValues, Template } from './mail-values.ts';
import { writeLetter } from './write-letter.ts';

const link = 'https://example.org/a?b=1&c=2';
const values: MailValues = {
  verify_email: { name: 'Camille', link },
  known_address: { name: 'Camille', link, resetLink: 'https://example.org/reset' },
  reset_password: { name: 'Camille', link },
  password_changed: { name: 'Camille', link, ended: 'others' },
  link_identity: { name: 'Camille', provider: 'ACME', link },
  way_in_added: { name: 'Camille', provider: 'ACME', link },
  way_in_removed: { name: 'Camille', provider: 'ACME', link },
  email_old: { name: 'Camille', email: 'new@example.org', link },
  email_new: { name: 'Camille', email: 'new@example.org', link },
  export_ready: { name: 'Camille', days: 7, link },
  confirm_deletion: { name: 'Camille', days: 14, link },
  deletion_planned: { name: 'Camille', dueAt: '2027-07-19T22:30:00.000Z', link },
  deletion_refused: { name: 'Camille', link, needs: 'platform' },
  invitation: {
    name: 'Camille',
    festival: { name: 'Solbrume', slug: 'solbrume' },
    role: 'SECURITY',
    until: { instant: '2027-07-19T22:30:00.000Z', zone: 'Europe/Brussels' },
    inviter: { name: 'Olivia Martin', email: 'olivia@example.org' },
    link,
  },
  tickets: {
    name: 'Camille',
    festival: 'Solbrume',
    startsOn: '2026-07-03',
    endsOn: '2026-07-05',
    place: 'Prés de Valbrume',
    reference: 'K7M2Q9XA',
    count: 3,
    link,
    ticketLink: `${link}#ticket`,
    company: { name: 'Brasserie du Pré', vatNumber: 'FR40303265045' },
  },
  guest_invitation: {
    name: 'Camille',
    festival: 'Solbrume',
    startsOn: '2026-07-03',
    endsOn: '2026-07-05',
    place: 'Prés de Valbrume',
    places: 2,
    until: { instant: '2026-07-01T22:30:00.000Z', zone: 'Europe/Brussels' },
    link,
  },
  new_tickets: {
    name: 'Camille',
    festival: 'Solbrume',
    startsOn: '2026-07-03',
    endsOn: '2026-07-05',
    place: 'Prés de Valbrume',
    reference: 'K7M2Q9XA',
    count: 3,
    link,
    ticketLink: `${link}#ticket`,
    company: null,
  },
  order_paid: {
    name: 'Camille',
    festival: 'Solbrume',
    startsOn: '2026-07-03',
    endsOn: '2026-07-05',
    place: 'Prés de Valbrume',
    reference: 'K7M2Q9XA',
    lines: [
      { what: '2 × Parking', amount: '20,00 €' },
      { what: null, amount: '5,00 €' },
    ],
    total: '25,00 €',
    link,
    company: null,
  },
  order_refunded: {
    name: 'Camille',
    festival: 'Solbrume',
    reference: 'K7M2Q9XA',
    amount: '45,00 €',
    count: 2,
    left: 'tickets',
    byBank: false,
    reason: 'The weather',
    byHand: false,
    link,
  },
  order_cancelled: {
    name: 'Camille',
    festival: 'Solbrume',
    reference: 'K7M2Q9XA',
    reason: 'Never paid',
    link,
  },
  domain_lost: {
    name: 'Camille',
    festival: 'Solbrume',
    host: 'www.solbrume.example',
    record: { name: 'record.www.solbrume.example', value: 'festivals-abc' },
    until: { instant: '2027-07-19T22:30:00.000Z', zone: 'Europe/Brussels' },
    link,
  },
  domain_lapsed: { name: 'Camille', festival: 'Solbrume', host: 'www.solbrume.example', link },
  refunded: { name: 'Camille', festival: 'Solbrume', reference: 'K7M2Q9XA', amount: '45,00 €', byHand: false, link },
  how_to_pay: {
    name: 'Camille',
    festival: 'Solbrume',
    reference: 'K7M2Q9XA',
    amount: '45,00 €',
    what: 'tickets',
    until: 'vendredi 4 juillet 2031',
    holder: 'Solbrume asbl',
    iban: 'BE68 5390 0754 7034',
    link,
  },
};
// The names of a record's keys, which Object.keys forgets.
const templates = Object.keys(values) as Template[];
const letters = templates.flatMap((template) => Language.options.map((language) => ({ template, language })));

describe.each(letters)('the mail $template in $language', ({ template, language }) => {
  const letter = writeLetter({ to: 'camille@example.org', language, template, values: values[template] });

  it('says everything, in HTML and in plain text', () => {
    const [html, text] = [letterHtml(letter), letterText(letter)];
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain('href="https://example.org/a?b=1&amp;c=2"');
    expect(text).toContain(link);
    for (const part of [letter.subject, letter.title, letter.text, letter.note])
      expect(part).not.toMatch(/[{}]|undefined|layout\.|_/);
    expect(text).toContain(letter.text);
    expect(text).toContain('Camille');
  });
});

describe.each(Language.options)('in %s a refund', (language) => {
  it.each(['refunded', 'order_refunded'] as const)(
    'that no provider gives says so (%s): the festival’s people pay it, not the way it came',
    (template) => {
      const [online, byHand] = [false, true].map((isByHand) =>
        writeLetter({
          to: 'a@b.c',
          language,
          template,
          values: { ...values[template], byHand: isByHand },
        }),
      );
      expect(byHand?.text).toMatch(/45,00/);
      expect(byHand?.text).not.toMatch(/[{}]|_by_hand/);
      expect(byHand?.text).not.toBe(online?.text);
      expect(byHand?.note).not.toBe(online?.note);
      const theWayItCame = /the way it came|même chemin|demselben Weg|mismo camino|stessa (via|strada)|mesmo caminho/;
      expect([online?.text, byHand?.text].map((text) => theWayItCame.test(text ?? ''))).toEqual([true, false]);
    },
  );
});

describe('a mail', () => {
  it('counts in its reader’s language', () => {
    const of = (count: number) =>
      writeLetter({ to: 'a@b.c', language: 'fr', template: 'tickets', values: { ...values.tickets, count } });
    expect(of(1).text).toContain('Votre billet se trouve');
    expect(of(3).text).toContain('Vos 3 billets se trouvent');
    expect(of(3).facts[0]?.[1]).toMatch(/3.*5 juillet 2026/);
  });

  it.each(['Win at https://evil.example', 'www.evil.example', 'evil.example', 'me@evil.example', 'x'.repeat(61)])(
    'does not repeat %j, which a stranger may have registered as a name',
    (name) => {
      const letter = writeLetter({ to: 'a@b.c', language: 'en', template: 'verify_email', values: { name, link } });
      expect(letter.hello).toBe('Hello,');
      expect(letterHtml(letter) + letterText(letter)).not.toContain(name);
    },
  );

  it('repeats no festival and no inviter that read like an address', () => {
    const letter = writeLetter({
      to: 'a@b.c',
      language: 'en',
      template: 'invitation',
      values: {
        name: '',
        festival: { name: 'Win at www.evil.example', slug: 'win' },
        role: 'STAFF',
        until: null,
        inviter: { name: 'https://evil.example', email: 'olivia@example.org' },
        link,
      },
    });
    expect(letter.hello).toBe('Hello,');
    expect(letter.subject).toBe('Join the team of win');
    expect(letterHtml(letter) + letterText(letter)).not.toContain('evil');
    expect(letter.text).toContain('olivia@example.org invites you');
  });

  it.each(['Camille', 'J. R. Müller-Łukasz', "Anne d'Arc", '李小龙'])('greets %s', (name) => {
    const letter = writeLetter({ to: 'a@b.c', language: 'en', template: 'verify_email', values: { name, link } });
    expect(letter.hello).toBe(`Hello ${name},`);
  });

  it('lets no name be HTML', () => {
    const letter = writeLetter({
      to: 'a@b.c',
      language: 'en',
      template: 'verify_email',
      values: { name: '<img src=x onerror=alert(1)>{link}', link },
    });
    expect(letterHtml(letter)).not.toContain('<img');
    expect(letterText(letter)).toContain('<img src=x onerror=alert(1)>{link}');
  });
});

describe('without a mail server', () => {
  let data: string;
  let pages: FastifyInstance;
  const resources = (more: Record<string, string> = {}): Resources => {
    const env = readEnv({
      NODE_ENV: 'test',
      DATABASE_URL: 'postgres://none',
      JWT_SECRET: 'j'.repeat(32),
      SEALING_SECRET: 's'.repeat(32),
      LOG_LEVEL: 'silent',
      FESTIVALS_DATA: data,
      ...more,
    });
    // Mails need no database.
    return { env, clock: { now: () => new Date() }, log: createLogger(env, 'test') } as Resources;
  };
  const tickets = {
    to: 'camille@example.org',
    language: 'en' as const,
    template: 'tickets' as const,
    values: values.tickets,
  };
  const withPdf = {
    ...tickets,
    attachments: [{ name: 'tickets "x".pdf', type: 'application/pdf', bytes: new TextEncoder().encode('%PDF-1.7') }],
  };

  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'festivals-mail-'));
    pages = fastify();
    addMailbox(pages, resources());
    return async () => {
      await pages.close();
      await rm(data, { recursive: true, force: true });
    };
  });

  it('mails lie in the mailbox, newest first, and open with their attachments', async () => {
    expect((await pages.inject('/mailbox')).body).toContain('No mail yet');
    await sendMail(resources(), withPdf);
    await sendMail(resources(), { ...tickets, template: 'password_changed', values: values.password_changed });
    const { data: listed } = (await pages.inject('/mailbox.json')).json<{
      data: { id: string; subject: string; attachments: { path: string }[] }[];
    }>();
    expect(listed.map(({ subject }) => subject)).toEqual(['Your password was changed', 'Your tickets for Solbrume']);
    const [, first] = listed;
    const page = await pages.inject(`/mailbox/${first?.id}`);
    expect(page.body).toContain('Your tickets for Solbrume');
    const file = await pages.inject(first?.attachments[0]?.path ?? '');
    expect(file.headers['content-type']).toBe('application/pdf');
    expect(file.headers['content-disposition']).toBe('inline; filename="tickets__x_.pdf"');
    expect(file.body).toBe('%PDF-1.7');
  });

  it('a mail is shown where nothing of it can run', async () => {
    await sendMail(resources(), tickets);
    const [message] = await newestMessages(data);
    const shown = await pages.inject(`/mailbox/${message?.id}/html`);
    expect(shown.headers['content-security-policy']).toMatch(/^sandbox .*default-src 'none'/);
  });

  it.each([
    '/mailbox/../../etc/passwd',
    '/mailbox/x',
    '/mailbox/x/html',
    '/mailbox/01a1fd4c-9d60-756b-8239-bb5c8012725b',
    '/mailbox/x/attachments/0',
  ])('there is no %s', async (path) => expect((await pages.inject(path)).statusCode).toBe(404));

  it.each([{ NODE_ENV: 'production' }, { SMTP_URL: 'smtp://127.0.0.1:1' }])(
    'there is no mailbox with %j',
    async (env) => {
      const server = fastify();
      addMailbox(server, resources(env));
      expect((await server.inject('/mailbox')).statusCode).toBe(404);
    },
  );

  it('nothing is lost silently in production', async () => {
    await expect(sendMail(resources({ NODE_ENV: 'production' }), tickets)).rejects.toThrow('SMTP_URL');
    expect(await newestMessages(data)).toEqual([]);
  });
});

describe('with a mail server', () => {
  let server: Server;
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  let port: number;
  beforeEach(async () => {
    heard.length = 0;
    server = createServer((socket) => {
      sockets.add(socket);
      let inData = false;
      let rest = '';
      socket.write('220 test\r\n');
      socket.on('data', (chunk) => {
        const lines = (rest + chunk.toString()).split('\r\n');
        // A line may come in pieces.
        rest = lines.pop() ?? '';
        for (const line of lines.filter(Boolean)) {
          heard.push(line);
          if (inData) {
            if (line === '.') socket.write('250 taken\r\n');
            inData = line !== '.';
          } else if (line === 'DATA') {
            inData = true;
            socket.write('354 go on\r\n');
          } else socket.write(line === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n');
        }
      });
      socket.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    port = typeof address === 'object' && address ? address.port : 0;
  });
  afterEach(async () => {
    const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await closed;
  });

  it('mails go there, designed, plain and with their attachment', async () => {
    const env = readEnv({
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://none',
      JWT_SECRET: 'j'.repeat(32),
      SEALING_SECRET: 's'.repeat(32),
      LOG_LEVEL: 'silent',
      SMTP_URL: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    });
    const resources = { env, clock: { now: () => new Date() }, log: createLogger(env, 'test') } as Resources;
    await sendMail(resources, {
      to: 'camille@example.org',
      language: 'pt',
      template: 'tickets',
      values: values.tickets,
      attachments: [{ name: 'tickets.pdf', type: 'application/pdf', bytes: new TextEncoder().encode('%PDF-1.7') }],
    });
    const said = heard.join('\n');
    expect(said).toContain('RCPT TO:<camille@example.org>');
    expect(said).toContain('Subject: Os seus bilhetes para Solbrume');
    expect(said).toContain('Auto-Submitted: auto-generated');
    expect(said).toContain('Content-Type: text/plain');
    expect(said).toContain('Content-Type: text/html');
    expect(said).toContain(Buffer.from('%PDF-1.7').toString('base64'));
  });
});
