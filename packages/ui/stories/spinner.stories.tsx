import type { Meta, StoryObj } from '@storybook/react-vite';
import { Spinner } from '../src/spinner.tsx';

const meta = { component: Spinner } satisfies Meta<typeof Spinner>;
export default meta;

type Story = StoryObj<typeof Spinner>;

export const Announced: Story = { args: { label: 'Loading the orders' } };
