import type { Meta, StoryObj } from '@storybook/react-vite';
import { Notice } from '../src/notice.tsx';

const meta = { component: Notice } satisfies Meta<typeof Notice>;
export default meta;

type Story = StoryObj<typeof Notice>;

export const Tones: Story = {
  render: () => (
    <div className="grid gap-3">
      <Notice tone="info">Sales open on Friday at 10:00.</Notice>
      <Notice tone="success">The programme is published.</Notice>
      <Notice tone="warning">Two sets overlap on the Lantern.</Notice>
      <Notice tone="danger">The payment was declined.</Notice>
    </div>
  ),
};
