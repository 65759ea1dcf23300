import { Command } from 'cmdk';
import type { ReactNode } from 'react';

type Props = {
  icon: ReactNode;
  /** What it is found by; no two are the same. */
  value: string;
  detail?: string;
  onSelect: () => void;
  children: ReactNode;
};

/** One line of the palette. */
export function PaletteItem({ icon, value, detail = '', onSelect, children }: Props) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 text-ui text-ink data-[selected=true]:bg-hover pointer-coarse:h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-faint"
    >
      {icon}
      <span className="min-w-0 truncate">{children}</span>
      {detail === '' ? null : (
        <span className="ml-auto max-w-3/5 min-w-0 shrink truncate pl-3 text-xs text-ink-faint">{detail}</span>
      )}
    </Command.Item>
  );
}

/** Items of one sort under their name. */
export function PaletteGroup({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="**:[[cmdk-group-heading]]:px-2.5 **:[[cmdk-group-heading]]:pt-3 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-xs **:[[cmdk-group-heading]]:text-ink-faint"
    >
      {children}
    </Command.Group>
  );
}
