/**
 * The design of every mail. Tables and inline styles, because that is what mail programs agree on; the few rules in the
 * head are for those that know the dark, and nothing is lost without them. No picture, so nothing to load or to track.
 */
import { escapeHtml } from './escape-html.ts';
import type { Letter } from './letter.ts';

const font = "font-family:'Inter','Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const ink = '#1d1730';
const quiet = '#615b74';
const accent = '#5b2bd9';
/** The sky of a festival's evening; a program without gradients shows the plain colour. */
const dusk = `background-color:${accent};background-image:linear-gradient(100deg,#3b1a9e 0%,#7a2fe0 45%,#e0448f 78%,#ff9a5a 100%)`;

const styles = `
  body { margin: 0; padding: 0; }
  a { color: ${accent}; }
  @media (prefers-color-scheme: dark) {
    .page { background-color: #120d1f !important; }
    .card { background-color: #1d1730 !important; }
    .ink { color: #f5f2ff !important; }
    .quiet { color: #b4acc9 !important; }
    .rule { border-color: #352c4e !important; }
    .card a.link { color: #c3a9ff !important; }
    .button { background-color: #c3a9ff !important; }
    .button a { color: #1d1730 !important; }
  }
  @media (max-width: 620px) { .pad { padding-left: 24px !important; padding-right: 24px !important; } }`;

/** A letter as HTML. */
export const letterHtml = (letter: Letter): string => `<!doctype html>
<html lang="${letter.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(letter.subject)}</title>
<style>${styles}
</style>
</head>
<body class="page" style="margin:0;padding:0;background-color:#f4f1fa">
<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(letter.preheader)}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background-color:#f4f1fa">
<tr><td align="center" style="padding:32px 12px">
<table role="presentation" class="card" width="600" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px;background-color:#ffffff;border-radius:16px;overflow:hidden">
<tr><td class="pad" style="padding:22px 40px;${dusk}"><span style="${font};font-size:18px;font-weight:800;letter-spacing:.04em;color:#ffffff">FESTIVALS</span></td></tr>
<tr><td class="pad" style="padding:36px 40px 8px"><h1 class="ink" style="${font};font-size:28px;line-height:34px;font-weight:800;letter-spacing:-.01em;margin:0;color:${ink}">${escapeHtml(letter.title)}</h1></td></tr>
<tr><td class="pad" style="padding:12px 40px 0">${paragraph(letter.hello)}${paragraph(letter.text)}</td></tr>
${factsRow(letter)}
<tr><td class="pad" style="padding:16px 40px 8px">${button(letter)}</td></tr>
${alsoRow(letter)}
<tr><td class="pad" style="padding:16px 40px 28px">${paragraph(letter.note, true)}</td></tr>
<tr><td class="pad rule" style="padding:20px 40px 28px;border-top:1px solid #e7e2f2">${small(letter.linkHint)}<p style="${font};font-size:12px;line-height:18px;margin:0 0 12px;word-break:break-all"><a class="link" href="${escapeHtml(letter.button.link)}" style="color:${accent}">${escapeHtml(letter.button.link)}</a></p>${small(letter.sentTo)}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;

const paragraph = (text: string, isQuiet = false): string =>
  `<p class="${isQuiet ? 'quiet' : 'ink'}" style="${font};font-size:${isQuiet ? '14px;line-height:22px' : '16px;line-height:26px'};margin:0 0 14px;color:${isQuiet ? quiet : ink}">${escapeHtml(text)}</p>`;

const small = (text: string): string =>
  `<p class="quiet" style="${font};font-size:12px;line-height:18px;margin:0 0 4px;color:${quiet}">${escapeHtml(text)}</p>`;

const button = ({ button: { label, link } }: Letter): string =>
  `<table role="presentation" cellpadding="0" cellspacing="0"><tr><td class="button" style="background-color:${accent};border-radius:999px"><a href="${escapeHtml(link)}" style="${font};display:inline-block;padding:15px 30px;font-size:16px;line-height:20px;font-weight:700;color:#ffffff;text-decoration:none">${escapeHtml(label)}</a></td></tr></table>`;

function factsRow({ facts }: Letter): string {
  if (facts.length === 0) return '';
  const rows = facts.map(
    ([name, value]) =>
      `<tr><td class="quiet" valign="top" style="${font};font-size:14px;line-height:24px;padding:4px 20px 4px 0;color:${quiet};white-space:nowrap">${escapeHtml(name)}</td><td class="ink" style="${font};font-size:16px;line-height:24px;font-weight:600;padding:4px 0;color:${ink}">${escapeHtml(value)}</td></tr>`,
  );
  return `<tr><td class="pad" style="padding:4px 40px 8px"><table role="presentation" cellpadding="0" cellspacing="0">${rows.join('')}</table></td></tr>`;
}

const alsoRow = ({ also }: Letter): string =>
  also
    ? `<tr><td class="pad" style="padding:12px 40px 0"><p class="ink" style="${font};font-size:14px;line-height:22px;margin:0;color:${ink}">${escapeHtml(also.text)} <a class="link" href="${escapeHtml(also.link)}" style="color:${accent};word-break:break-all">${escapeHtml(also.link)}</a></p></td></tr>`
    : '';
