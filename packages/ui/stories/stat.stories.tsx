import type { Meta, StoryObj } from '@storybook/react-vite';
import { Stat } from '../src/stat.tsx';

const meta = { component: Stat } satisfies Meta<typeof Stat>;
export default meta;

type Story = StoryObj<typeof Stat>;

export const Row: Story = {
  render: () => (
    <dl className="grid grid-cols-3 gap-4">
      <Stat label="Tickets sold" value="3 412" detail="of 12 000" />
      <Stat label="Revenue" value="182 340 €" detail="today 4 120 €" />
      <Stat label="On site" value="0" detail="gates open on Friday" />
    </dl>
  ),
};
