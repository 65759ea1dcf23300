/** A page that is asked for, the same for whoever asks. */
export interface Wanted {
  /** Its address for Next: language, festival, page. */
  path: string;
  /** With its question mark, or empty. */
  search: string;
  /** The festival on whose own domain it is read. */
  own: string | null;
  /** Of a page that is one reader's alone: where they call from, as `X-Forwarded-For` has it. */
  from?: string;
}

/** A page as it was made, ready to be sent. */
export interface MadePage {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  etag: string;
  policy: string;
  tags: readonly string[];
  /** When it began to be made, by the expiry's counter. */
  moment: number;
  madeAtMs: number;
  /** The body packed, by encoding, as soon as somebody wanted it so. */
  packed: Map<string, Promise<Buffer>>;
  /** Whether its address alone says what it shows; else the query does too. */
  isStatic: boolean;
  /** The festival's address now, where it was asked for at one that it had before: there is nothing to send. */
  movedTo?: string;
  /** Whether it answers one question, and will hardly be wanted twice: it is packed quickly rather than well. */
  isForOne?: boolean;
}
