import type { Meta, StoryObj } from '@storybook/react-vite';
import { Input } from '../src/input.tsx';

const meta = { component: Input } satisfies Meta<typeof Input>;
export default meta;

type Story = StoryObj<typeof Input>;

export const Text: Story = { args: { 'aria-label': 'Name', defaultValue: 'Solbrume' } };
export const Large: Story = { args: { 'aria-label': 'Name', scale: 'lg', placeholder: 'Your name' } };
export const Disabled: Story = { args: { 'aria-label': 'Name', disabled: true, defaultValue: 'Solbrume' } };
