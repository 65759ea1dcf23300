import { isCode, type Rule } from '../source.ts';

const most = 500;

/** A file that nobody can hold in the head is several files. */
export const fileSizeRule: Rule = (sources) =>
  sources.flatMap(({ path, text }) => {
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
    if (!(isCode(path) || path.endsWith('.css')) || lines <= most || isGenerated(text)) return [];
    return [
      {
        path,
        line: most + 1,
        rule: 'file-size',
        advice: `${lines} lines; divide it by what its parts do (150 is the aim, ${most} the end)`,
      },
    ];
  });

const isGenerated = (text: string): boolean => text.startsWith('// Generated ');
