import type { Meta, StoryObj } from '@storybook/react-vite';
import { ProgressRing } from '../src/progress-ring.tsx';

const meta = { component: ProgressRing } satisfies Meta<typeof ProgressRing>;
export default meta;

type Story = StoryObj<typeof ProgressRing>;

export const Half: Story = { args: { share: 0.52, label: 'Sold', children: '52 %' } };
export const AlmostFull: Story = { args: { share: 0.96, label: 'Occupancy', tone: 'danger', children: '96 %' } };
