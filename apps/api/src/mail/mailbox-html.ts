import { escapeHtml } from './escape-html.ts';
import type { Message } from './mailbox.ts';

const style = `
  :root { color-scheme: light dark; --page: #f4f1fa; --card: #fff; --ink: #1d1730; --quiet: #615b74; --rule: #e7e2f2; --accent: #5b2bd9; }
  @media (prefers-color-scheme: dark) {
    :root { --page: #120d1f; --card: #1d1730; --ink: #f5f2ff; --quiet: #b4acc9; --rule: #352c4e; --accent: #c3a9ff; }
  }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 Inter, 'Segoe UI', Roboto, sans-serif; }
  main { max-width: 880px; margin: 0 auto; padding: 40px 16px; }
  h1 { font-size: 28px; line-height: 1.2; margin: 0 0 4px; letter-spacing: -.01em; }
  .quiet { color: var(--quiet); font-size: 14px; margin: 0 0 24px; }
  a { color: var(--accent); }
  a:focus-visible, iframe:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  .card { background: var(--card); border: 1px solid var(--rule); border-radius: 14px; overflow: hidden; }
  .card a.mail { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2px 16px; padding: 14px 20px; color: inherit; text-decoration: none; }
  .card li + li { border-top: 1px solid var(--rule); }
  .card a.mail:hover { background: var(--page); }
  ul { list-style: none; margin: 0; padding: 0; }
  .subject { font-weight: 650; }
  .to, time { color: var(--quiet); font-size: 14px; overflow: hidden; text-overflow: ellipsis; }
  time { font-variant-numeric: tabular-nums; }
  .empty { padding: 56px 24px; text-align: center; color: var(--quiet); }
  iframe { display: block; width: 100%; height: 760px; border: 0; background: var(--page); }
  pre { margin: 0; padding: 20px; white-space: pre-wrap; overflow-wrap: anywhere; font: 14px/1.6 ui-monospace, monospace; }
  details { margin-top: 20px; } summary { cursor: pointer; padding: 8px 0; }
  .files { display: flex; flex-wrap: wrap; gap: 8px; margin: 0 0 20px; }
  .files a { border: 1px solid var(--rule); background: var(--card); border-radius: 999px; padding: 6px 16px; text-decoration: none; }`;

/** All messages, the newest first. */
export const listPage = (messages: readonly Message[]): string =>
  page(
    'Mailbox',
    `<h1>Mailbox</h1>
    <p class="quiet">What this house would have sent. Only in development: with <code>SMTP_URL</code> mails go out for real.</p>
    <div class="card">${messages.length === 0 ? '<p class="empty">No mail yet. Open an account or buy a ticket, and it arrives here.</p>' : `<ul>${messages.map(row).join('')}</ul>`}</div>`,
  );

export const messagePage = (message: Message): string =>
  page(
    message.subject,
    `<p class="quiet"><a href="/mailbox">← Mailbox</a></p>
    <h1>${escapeHtml(message.subject)}</h1>
    <p class="quiet">From ${escapeHtml(message.from)} to ${escapeHtml(message.to)}, ${time(message)}</p>
    ${files(message)}
    <div class="card"><iframe src="/mailbox/${message.id}/html" title="The mail as its reader sees it" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe></div>
    <details><summary>Plain text</summary><div class="card"><pre>${escapeHtml(message.text)}</pre></div></details>`,
  );

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${style}
</style>
</head>
<body><main>${body}</main></body>
</html>
`;

const row = (message: Message): string =>
  `<li><a class="mail" href="/mailbox/${message.id}"><span class="subject">${escapeHtml(message.subject)}</span>${time(message)}<span class="to">${escapeHtml(message.to)}${message.attachments.length > 0 ? ` · ${message.attachments.map(({ name }) => escapeHtml(name)).join(', ')}` : ''}</span></a></li>`;

const time = ({ at }: Message): string => `<time datetime="${at}">${at.slice(0, 16).replace('T', ' ')} UTC</time>`;

const files = ({ id, attachments }: Message): string =>
  attachments.length === 0
    ? ''
    : `<p class="files">${attachments.map(({ name }, index) => `<a href="/mailbox/${id}/attachments/${index}">${escapeHtml(name)}</a>`).join('')}</p>`;
