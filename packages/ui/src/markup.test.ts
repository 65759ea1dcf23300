import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkup, type Block, type Inline } from './markup.ts';

const text = (value: string): Inline => ({ kind: 'text', text: value });
const paragraph = (...lines: Inline[][]): Block => ({ kind: 'paragraph', lines });

describe('readMarkup', () => {
  it.each<[string, Block[]]>([
    ['', []],
    ['One\nline', [paragraph([text('One')], [text('line')])]],
    ['One\n\n \nTwo', [paragraph([text('One')]), paragraph([text('Two')])]],
    ['## Head\nbody', [{ kind: 'heading', level: 2, text: [text('Head')] }, paragraph([text('body')])]],
    ['### Small', [{ kind: 'heading', level: 3, text: [text('Small')] }]],
    [
      '- a\n- b\n1. c',
      [
        { kind: 'list', ordered: false, items: [[text('a')], [text('b')]] },
        { kind: 'list', ordered: true, items: [[text('c')]] },
      ],
    ],
    [
      'a **b** *c*',
      [paragraph([text('a '), { kind: 'strong', text: 'b' }, text(' '), { kind: 'emphasis', text: 'c' }])],
    ],
    ['[us](https://a.example/x)', [paragraph([{ kind: 'link', text: 'us', href: 'https://a.example/x' }])]],
    ['[us](mailto:a@b.example).', [paragraph([{ kind: 'link', text: 'us', href: 'mailto:a@b.example' }, text('.')])]],
    ['2 * 3 = 6', [paragraph([text('2 * 3 = 6')])]],
  ])('reads %j', (source, blocks) => {
    expect(readMarkup(source)).toEqual(blocks);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert`1`)',
    '[x](data:text/html,<b>)',
    '[x](//evil.example)',
    '[x](/relative)',
  ])('leaves %s the text that it is', (source) => {
    expect(readMarkup(source)).toEqual([paragraph([text(source)])]);
  });

  const hrefs = (source: string) =>
    readMarkup(source)
      .flatMap((block) =>
        block.kind === 'heading' ? block.text : (block.kind === 'list' ? block.items : block.lines).flat(),
      )
      .flatMap((one) => (one.kind === 'link' ? [one.href] : []));

  it('links nowhere but to the web, a mailbox or a telephone', () => {
    fc.assert(
      fc.property(fc.string(), fc.webUrl(), (noise, url) => {
        const found = hrefs(`${noise}[a](${noise}${url})${noise}`);
        expect(found.filter((href) => !/^(https?:|mailto:|tel:)/.test(href))).toEqual([]);
      }),
    );
  });

  it.each(['[', '*', '**', '[a](', '- ', '# ', '\n\n ', '[a](b'])(
    'reads the longest text of %j in a moment',
    (piece) => {
      const started = performance.now();
      readMarkup(piece.repeat(Math.ceil(20_000 / piece.length)));
      expect(performance.now() - started).toBeLessThan(1500);
    },
  );
});
