import { programmeTable } from '@festivals/domain/programme/export/programme-table';
import type { ExportedProgramme } from '@festivals/domain/programme/export/exported-set';
import writeXlsxFile from 'write-excel-file/node';

/** A column's width in letters, by what stands in it. */
const widthOf = (cells: readonly string[]) => Math.min(48, Math.max(8, ...cells.map((cell) => cell.length + 2)));

/** A programme as an Excel workbook. Every cell is a text, which no spreadsheet calculates. */
export async function programmeWorkbook(programme: ExportedProgramme): Promise<Uint8Array> {
  const [header = [], ...rows] = programmeTable(programme);
  const texts = (cells: readonly string[], bold: boolean) =>
    cells.map((value) => ({ value, type: String, ...(bold && { fontWeight: 'bold' as const }) }));
  const data = [texts(header, true), ...rows.map((row) => texts(row, false))];
  const columns = header.map((name, at) => ({
    width: widthOf([name, ...rows.slice(0, 500).map((row) => row[at] ?? '')]),
  }));
  return writeXlsxFile(data, { columns, stickyRowsCount: 1 }).toBuffer();
}
