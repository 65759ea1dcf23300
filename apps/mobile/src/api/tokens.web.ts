export type Tokens = { access: string; refresh: string } | null;

export const tokenHeaders: Record<string, string> = {};

/** In a browser the session is in httpOnly cookies, which no script can read or keep. */
export const tokens = {
  access: (): undefined => undefined,
  refresh: async (): Promise<undefined> => undefined,
  keep: async (_next: Tokens): Promise<void> => {},
};
