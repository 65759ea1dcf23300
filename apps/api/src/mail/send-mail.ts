import { createTransport, type Transporter } from 'nodemailer';
import type { Resources } from '../platform/context.ts';
import type { Attachment } from './attachment.ts';
import { letterHtml } from './letter-html.ts';
import { letterText } from './letter-text.ts';
import { keepMessage } from './mailbox.ts';
import type { Addressed, Template } from './mail-values.ts';
import { writeLetter } from './write-letter.ts';

export type Mail<T extends Template> = Addressed<T> & { attachments?: readonly Attachment[] };

/**
 * Sends a mail: through SMTP where one is configured, else into the mailbox of development. For jobs, never inside a
 * transaction: a mail server may be slow, and a job is tried again.
 * @throws when the server does not take it, or when there is none in production
 */
export async function sendMail<T extends Template>(resources: Resources, mail: Mail<T>): Promise<void> {
  const { env } = resources;
  const letter = writeLetter(mail);
  const message = {
    from: env.MAIL_FROM,
    to: mail.to,
    subject: letter.subject,
    html: letterHtml(letter),
    text: letterText(letter),
  };
  const attachments = mail.attachments ?? [];
  if (env.SMTP_URL) {
    await transporterOf(env.SMTP_URL).sendMail({
      ...message,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
      attachments: attachments.map(({ name, type, bytes }) => ({
        filename: name,
        contentType: type,
        content: Buffer.from(bytes),
      })),
    });
  } else if (env.NODE_ENV === 'production') {
    throw new Error('SMTP_URL is not set: mails cannot be sent.');
  } else {
    await keepMessage(env.FESTIVALS_DATA, { ...message, at: resources.clock.now().toISOString(), attachments });
  }
  resources.log.info({ template: mail.template, language: mail.language }, 'mail sent');
}

const transporters = new Map<string, Transporter>();

/** One pool of connections a server, kept as long as the process. */
function transporterOf(url: string): Transporter {
  const known = transporters.get(url);
  if (known) return known;
  const pooled = new URL(url);
  pooled.searchParams.set('pool', 'true');
  const transporter = createTransport(pooled.href);
  transporters.set(url, transporter);
  return transporter;
}
