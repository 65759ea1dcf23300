import type { Meta, StoryObj } from '@storybook/react-vite';
import { Switch } from '../src/switch.tsx';

const meta = { component: Switch } satisfies Meta<typeof Switch>;
export default meta;

type Story = StoryObj<typeof Switch>;

export const On: Story = { args: { defaultChecked: true, 'aria-label': 'Show what is left' } };
export const Off: Story = { args: { 'aria-label': 'Show what is left' } };
