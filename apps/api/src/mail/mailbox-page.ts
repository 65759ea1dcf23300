import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Resources } from '../platform/context.ts';
import { messageById, newestMessages, type Message } from './mailbox.ts';
import { listPage, messagePage } from './mailbox-html.ts';

interface OfMessage {
  Params: { id: string };
}

/** Nothing runs and nothing is loaded; a mail stands in a frame of its own. */
const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'";
/** A mail is foreign matter: it may only be looked at, and its links open beside it. */
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

/** The mailbox of development at `/mailbox`, for people, and at `/mailbox.json` for tests. There is none in production, nor beside a real mail server. */
export function addMailbox(server: FastifyInstance, { env }: Resources): void {
  if (env.NODE_ENV === 'production' || env.SMTP_URL) return;
  const data = env.FESTIVALS_DATA;

  server.get('/mailbox', async (_, reply) => html(reply, listPage(await newestMessages(data))));
  server.get('/mailbox.json', async () => ({ data: (await newestMessages(data)).map(summary) }));
  server.get<OfMessage>('/mailbox/:id', async ({ params }, reply) => {
    const message = await messageById(data, params.id);
    return message ? html(reply, messagePage(message)) : reply.callNotFound();
  });
  server.get<OfMessage>('/mailbox/:id/html', async ({ params }, reply) => {
    const message = await messageById(data, params.id);
    if (!message) return reply.callNotFound();
    const linksBeside = message.html.replace('<head>', '<head><base target="_blank">');
    return html(reply, linksBeside, mailPolicy);
  });
  server.get<{ Params: { id: string; index: string } }>(
    '/mailbox/:id/attachments/:index',
    async ({ params }, reply) => {
      const message = await messageById(data, params.id);
      const attachment = message?.attachments[Number(params.index)];
      if (!attachment) return reply.callNotFound();
      return reply
        .type(attachment.type)
        .header('content-disposition', `inline; filename="${attachment.name.replaceAll(/[^\w.-]/g, '_')}"`)
        .send(Buffer.from(attachment.base64, 'base64'));
    },
  );
}

const html = (reply: FastifyReply, page: string, policy = pagePolicy) =>
  reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .header('cache-control', 'no-store')
    .send(page);

const summary = ({ id, at, to, subject, text, attachments }: Message) => ({
  id,
  at,
  to,
  subject,
  text,
  attachments: attachments.map(({ name, type }, index) => ({
    name,
    type,
    path: `/mailbox/${id}/attachments/${index}`,
  })),
});
