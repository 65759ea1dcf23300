/** One file of the project, as the rules see it: they get text and paths, never the disk. */
export interface Source {
  /** Relative to the project's root, with forward slashes. */
  path: string;
  text: string;
}

/** A place where the house is not as it should be, with what to do about it. */
export interface Fault {
  path: string;
  line: number;
  rule: string;
  advice: string;
}

export type Rule = (sources: readonly Source[]) => Fault[];

/** The line on which a character stands, counted from 1. */
export function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

export const isCode = (path: string): boolean => /\.(ts|tsx|mts|js|jsx|mjs)$/.test(path);
/** Tests, and what arranges their world: `testing.ts` of a domain or of a room in it, the folder `testing` of the API. */
export const isTest = (path: string): boolean =>
  /\.test\.tsx?$|^apps\/api\/src\/([\w-]+\/)*testing[./]|^e2e\//.test(path);

/** One fault for every match of a pattern in what `read` makes of each source. */
export function matches(
  sources: readonly Source[],
  pattern: RegExp,
  fault: (match: RegExpExecArray, source: Source) => { rule: string; advice: string } | null,
  read: (text: string) => string = (text) => text,
): Fault[] {
  return sources.flatMap((source) => {
    const text = read(source.text);
    return [...text.matchAll(pattern)].flatMap((match) => {
      const found = fault(match, source);
      return found ? [{ path: source.path, line: lineAt(text, match.index), ...found }] : [];
    });
  });
}
