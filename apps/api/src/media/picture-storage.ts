export interface StoredFile {
  bytes: number;
  body: AsyncIterable<Uint8Array>;
}

/** Where pictures' files are kept. A key is `<address>/<file>`; what was written under one is never written again. */
export interface Storage {
  put(key: string, body: Uint8Array, type: string): Promise<void>;
  /** The file, or null where there is none. */
  get(key: string): Promise<StoredFile | null>;
  /** Takes files away; one that is not there is taken away already. */
  remove(keys: readonly string[]): Promise<void>;
  list(): AsyncIterable<{ key: string; writtenAt: Date }>;
}
