/** Reads a PDF as a stranger would: poppler draws it, ZBar finds the codes. Neither is ours. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The text of every QR in a PDF, page by page. */
export function codesOnPaper(pdf: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'festivals-paper-'));
  try {
    writeFileSync(join(folder, 'tickets.pdf'), pdf);
    execFileSync('pdftoppm', ['-r', '150', '-png', join(folder, 'tickets.pdf'), join(folder, 'page')]);
    const pages = readdirSync(folder)
      .filter((name) => name.endsWith('.png'))
      .toSorted();
    return pages.flatMap((page) =>
      execFileSync('zbarimg', ['--quiet', '--raw', '-S*.disable', '-Sqrcode.enable', join(folder, page)], {
        encoding: 'utf8',
      })
        .trim()
        .split('\n'),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
