type Kind = 'code' | 'comment' | 'string' | 'regexp';

/** The text with comments blanked out: every other character stays where it was. */
export const withoutComments = (text: string): string => blank(text, ['comment']);

/** The text with comments and the insides of strings and regular expressions blanked out: only code is left, in its place. */
export const codeOnly = (text: string): string => blank(text, ['comment', 'string', 'regexp']);

/** The strings and templates of a text, with the place where each begins; what a template interpolates is left out. */
export function stringsOf(text: string): Array<{ value: string; index: number }> {
  const found: Array<{ value: string; index: number }> = [];
  scan(text, (kind, from, to) => {
    if (kind === 'string') found.push({ value: text.slice(from, to), index: from });
  });
  return found;
}

function blank(text: string, kinds: readonly Kind[]): string {
  let out = '';
  scan(text, (kind, from, to) => {
    const piece = text.slice(from, to);
    out += kinds.includes(kind) ? piece.replace(/[^\n]/g, ' ') : piece;
  });
  return out;
}

/** A regular expression begins where a value may: after an operator, an opening bracket or `return`. */
const beforeRegExp = /(?:^|[=(,:[!&|?{};+\-*%<>~]|=>|\breturn|\bcase|\btypeof)\s*$/;

/** Walks through TypeScript in one pass: comments, strings (templates with what they interpolate), and the rest. */
function scan(text: string, piece: (kind: Kind, from: number, to: number) => void): void {
  let codeFrom = 0;
  let at = 0;
  // Open templates, each with the depth of braces inside its current interpolation.
  const templates: number[] = [];

  const cut = (kind: Kind, from: number, to: number) => {
    if (codeFrom < from) piece('code', codeFrom, from);
    if (from < to) piece(kind, from, to);
    codeFrom = to;
    at = to;
  };
  const template = (from: number) => {
    const end = endOfTemplate(text, from);
    cut('string', from, end.at);
    if (end.interpolates) templates.push(0);
    at = end.at + (end.interpolates ? 2 : 1);
  };

  while (at < text.length) {
    const two = text.slice(at, at + 2);
    const char = text[at];
    if (two === '//') cut('comment', at, orEnd(text, text.indexOf('\n', at)));
    else if (two === '/*') cut('comment', at, orEnd(text, text.indexOf('*/', at + 2), 2));
    else if (char === "'" || char === '"') {
      const from = at + 1;
      cut('string', from, endOfString(text, from, char));
      at += 1;
    } else if (char === '`') template(at + 1);
    else if (char === '/' && beforeRegExp.test(text.slice(Math.max(0, at - 30), at)))
      cut('regexp', at + 1, endOfRegExp(text, at + 1));
    else {
      if (char === '{' && templates.length > 0) templates.push((templates.pop() ?? 0) + 1);
      if (char === '}' && templates.length > 0) {
        const depth = templates.pop() ?? 0;
        if (depth === 0) {
          template(at + 1);
          continue;
        }
        templates.push(depth - 1);
      }
      at += 1;
    }
  }
  if (codeFrom < text.length) piece('code', codeFrom, text.length);
}

const orEnd = (text: string, index: number, plus = 0): number => (index === -1 ? text.length : index + plus);

function endOfString(text: string, from: number, quote: string): number {
  let at = from;
  while (at < text.length && text[at] !== quote && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at, text.length);
}

function endOfTemplate(text: string, from: number): { at: number; interpolates: boolean } {
  let at = from;
  while (at < text.length && text[at] !== '`') {
    if (text.startsWith('${', at)) return { at, interpolates: true };
    at += text[at] === '\\' ? 2 : 1;
  }
  return { at: Math.min(at, text.length), interpolates: false };
}

function endOfRegExp(text: string, from: number): number {
  let at = from;
  let inClass = false;
  while (at < text.length && text[at] !== '\n' && (inClass || text[at] !== '/')) {
    if (text[at] === '[') inClass = true;
    if (text[at] === ']') inClass = false;
    at += text[at] === '\\' ? 2 : 1;
  }
  return at + 1;
}
