import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { readMarkup, type Block, type Inline } from './markup.ts';

type Props = {
  text: string;
  /** The level of its first headings, below that of what it stands under. */
  level?: 2 | 3 | 4;
  className?: string;
};

/** A text in the small markup, as elements: nothing of it is ever HTML. */
export function Prose({ text, level = 2, className }: Props) {
  return (
    <div className={classNames('space-y-4 text-pretty wrap-anywhere', className)}>
      {readMarkup(text).map((block, at) => (
        // A text's blocks have no name but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <BlockOf key={at} block={block} level={level} />
      ))}
    </div>
  );
}

const headings = ['h2', 'h3', 'h4', 'h5'] as const;

function BlockOf({ block, level }: { block: Block; level: 2 | 3 | 4 }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = headings[block.level - 2 + level - 2] ?? 'h5';
      return (
        <Heading className={classNames('font-display font-bold text-ink', block.level === 2 ? 'text-xl' : 'text-base')}>
          {inlines(block.text)}
        </Heading>
      );
    }
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List className={classNames('space-y-1 ps-6', block.ordered ? 'list-decimal' : 'list-disc')}>
          {block.items.map((item, at) => (
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at}>{inlines(item)}</li>
          ))}
        </List>
      );
    }
    case 'paragraph':
      return (
        <p>
          {block.lines.flatMap((line, at): ReactNode[] => [
            // oxlint-disable-next-line react/no-array-index-key
            ...(at > 0 ? [<br key={`break ${at}`} />] : []),
            ...inlines(line, `${at}`),
          ])}
        </p>
      );
  }
}

const inlines = (parts: readonly Inline[], line = ''): ReactNode[] =>
  parts.map((part, at) => {
    const key = `${line} ${at}`;
    switch (part.kind) {
      case 'text':
        return part.text;
      case 'strong':
        return (
          <strong key={key} className="font-semibold text-ink">
            {part.text}
          </strong>
        );
      case 'emphasis':
        return <em key={key}>{part.text}</em>;
      case 'link':
        return (
          <a
            key={key}
            href={part.href}
            rel="noopener noreferrer nofollow"
            className="font-medium text-accent-text underline underline-offset-4"
          >
            {part.text}
          </a>
        );
    }
  });
