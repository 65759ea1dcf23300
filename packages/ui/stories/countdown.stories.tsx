import type { Meta, StoryObj } from '@storybook/react-vite';
import { Countdown } from '../src/countdown.tsx';

const meta = { component: Countdown } satisfies Meta<typeof Countdown>;
export default meta;

type Story = StoryObj<typeof Countdown>;

/** How long a hold still lasts; the last minute is red. */
export const Hold: Story = {
  render: () => (
    <Countdown label="Your tickets are held for" seconds={900} until={new Date(Date.now() + 640_000).toISOString()} />
  ),
};

export const LastMinute: Story = {
  render: () => (
    <Countdown label="Your tickets are held for" seconds={900} until={new Date(Date.now() + 45_000).toISOString()} />
  ),
};
