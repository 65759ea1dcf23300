import type { Meta, StoryObj } from '@storybook/react-vite';
import { Kbd } from '../src/kbd.tsx';

const meta = { component: Kbd } satisfies Meta<typeof Kbd>;
export default meta;

type Story = StoryObj<typeof Kbd>;

export const Chord: Story = {
  render: () => (
    <span className="flex gap-1">
      <Kbd>Ctrl</Kbd>
      <Kbd>K</Kbd>
    </span>
  ),
};
