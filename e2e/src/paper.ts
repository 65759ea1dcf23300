/** Reads a PDF as a stranger would: poppler draws it, ZBar finds the codes. Neither is ours. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The text of every QR in a PDF, page by page, as it is read at so many dots an inch. */
export function codesOnPaper(pdf: Uint8Array, dotsPerInch = 150): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'festivals-paper-'));
  try {
    writeFileSync(join(folder, 'tickets.pdf'), pdf);
    execFileSync('pdftoppm', ['-r', String(dotsPerInch), '-png', join(folder, 'tickets.pdf'), join(folder, 'page')]);
    const pages = readdirSync(folder)
      .filter((name) => name.endsWith('.png'))
      .toSorted();
    return pages.flatMap((page) => decoded(join(folder, page)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text of every QR in a picture of a screen. */
export function codesOnScreen(png: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'festivals-screen-'));
  try {
    writeFileSync(join(folder, 'screen.png'), png);
    return decoded(join(folder, 'screen.png'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const decoded = (picture: string): string[] =>
  execFileSync('zbarimg', ['--quiet', '--raw', '-S*.disable', '-Sqrcode.enable', picture], { encoding: 'utf8' })
    .trim()
    .split('\n');
