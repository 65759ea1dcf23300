/** How a cell is to be read: a spreadsheet is given numbers to add and moments to sort, not texts. */
export type CellKind = 'text' | 'number' | 'money' | 'moment';

/** A column of a table that leaves the house. */
export interface Column<Row> {
  heading: string;
  kind: CellKind;
  /** A text, a number, an amount in minor units, or an instant (ISO 8601); null for nothing. */
  value: (row: Row) => string | number | null;
}
