import type { Meta, StoryObj } from '@storybook/react-vite';
import { Badge } from '../src/badge.tsx';

const meta = { component: Badge } satisfies Meta<typeof Badge>;
export default meta;

type Story = StoryObj<typeof Badge>;

export const Tones: Story = {
  render: () => (
    <div className="flex flex-wrap gap-2">
      <Badge>Draft</Badge>
      <Badge tone="accent">Published</Badge>
      <Badge tone="success">Paid</Badge>
      <Badge tone="warning">Awaiting payment</Badge>
      <Badge tone="danger">Cancelled</Badge>
      <Badge tone="info">Sandbox</Badge>
    </div>
  ),
};

/** A light, for what goes on now. */
export const WithDot: Story = { args: { tone: 'success', dot: true, children: 'Live' } };
