/**
 * The small markup of legal texts, answers and news: a part of Markdown that holds nothing dangerous. Headings (`##`, `###`), lists
 * (`-`, `1.`), **strong**, *emphasis* and [links](https://…). Everything else, HTML above all, is the text that it is.
 */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong' | 'emphasis'; text: string }
  | { kind: 'link'; text: string; href: string };

export type Block =
  | { kind: 'heading'; level: 2 | 3; text: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }
  | { kind: 'paragraph'; lines: Inline[][] };

/** Reads a text; never fails, whatever it holds. */
export function readMarkup(text: string): Block[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .flatMap((part) => blocksOf(part.split('\n').filter((line) => line.trim() !== '')));
}

const bullet = /^\s{0,3}[-*•]\s+/;
const number = /^\s{0,3}\d{1,3}[.)]\s+/;
const heading = /^\s{0,3}(#{1,4})\s+/;

/** Lines that belong together: a heading stands alone, a list ends where its signs do. */
function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    const marks = heading.exec(line)?.[1];
    const ordered = number.test(line);
    if (marks !== undefined) {
      blocks.push({ kind: 'heading', level: marks.length < 3 ? 2 : 3, text: inlineOf(line.replace(heading, '')) });
    } else if (ordered || bullet.test(line)) {
      const item = inlineOf(line.replace(ordered ? number : bullet, ''));
      if (last?.kind === 'list' && last.ordered === ordered) last.items.push(item);
      else blocks.push({ kind: 'list', ordered, items: [item] });
    } else if (last?.kind === 'paragraph') last.lines.push(inlineOf(line));
    else blocks.push({ kind: 'paragraph', lines: [inlineOf(line)] });
  }
  return blocks;
}

// Every run is bounded, so that no text takes longer to read than it is long.
const signs = /\*\*([^*\n]{1,1000})\*\*|\*([^*\n]{1,1000})\*|\[([^\][\n]{1,300})\]\(([^()\s]{1,500})\)/g;

function inlineOf(line: string): Inline[] {
  const found: Inline[] = [];
  let from = 0;
  for (const match of line.matchAll(signs)) {
    const [whole, strong, emphasis, name, target] = match;
    const href = name === undefined ? null : safeLink(target ?? '');
    if (name !== undefined && href === null) continue;
    if (match.index > from) found.push({ kind: 'text', text: line.slice(from, match.index) });
    if (strong !== undefined) found.push({ kind: 'strong', text: strong });
    else if (emphasis !== undefined) found.push({ kind: 'emphasis', text: emphasis });
    else if (name !== undefined && href !== null) found.push({ kind: 'link', text: name, href });
    from = match.index + whole.length;
  }
  if (from < line.length || found.length === 0) found.push({ kind: 'text', text: line.slice(from) });
  return found;
}

/** A link leads to the web, a mailbox or a telephone; null for anything else. */
function safeLink(target: string): string | null {
  const url = URL.canParse(target) ? new URL(target) : null;
  return url !== null && ['https:', 'http:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : null;
}
