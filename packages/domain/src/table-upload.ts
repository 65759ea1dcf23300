import { upload } from '@festivals/contract';

/** A table that comes in as a file: CSV, however browsers name it, or an Excel workbook. @param mostBytes how large it may be */
export const tableUpload = (mostBytes: number) =>
  upload(
    [
      'text/csv',
      'text/plain',
      'application/vnd.ms-excel',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    mostBytes,
  );
