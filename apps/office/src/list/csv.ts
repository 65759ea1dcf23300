type Cell = string | number;

// A cell that begins like a formula is run by spreadsheets (OWASP, "CSV Injection"): an apostrophe makes it text.
const harmless = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const quoted = (cell: Cell) => {
  if (typeof cell === 'number') return String(cell);
  const text = harmless(cell);
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A table as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8. */
export function csv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${[header, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}
