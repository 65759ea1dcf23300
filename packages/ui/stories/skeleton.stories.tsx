import type { Meta, StoryObj } from '@storybook/react-vite';
import { Skeleton } from '../src/skeleton.tsx';

const meta = { component: Skeleton } satisfies Meta<typeof Skeleton>;
export default meta;

type Story = StoryObj<typeof Skeleton>;

/** In the size of what is to come, so that nothing jumps. */
export const Lines: Story = {
  render: () => (
    <div className="grid max-w-sm gap-2">
      <Skeleton className="w-40" />
      <Skeleton />
      <Skeleton className="w-64" />
    </div>
  ),
};
