import type { Meta, StoryObj } from '@storybook/react-vite';
import { Music } from 'lucide-react';
import { Button } from '../src/button.tsx';
import { EmptyState } from '../src/empty-state.tsx';

const meta = { component: EmptyState } satisfies Meta<typeof EmptyState>;
export default meta;

type Story = StoryObj<typeof EmptyState>;

/** Says what will be here, and takes the first step. */
export const Programme: Story = {
  args: {
    icon: <Music aria-hidden="true" />,
    title: 'No sets yet',
    children: 'Add a stage, then the artists who play on it.',
    action: <Button tone="accent">Add a stage</Button>,
  },
};
