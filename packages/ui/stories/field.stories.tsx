import type { Meta, StoryObj } from '@storybook/react-vite';
import { Field } from '../src/field.tsx';
import { Input } from '../src/input.tsx';

const meta = { component: Field } satisfies Meta<typeof Field>;
export default meta;

type Story = StoryObj<typeof Field>;

export const WithHint: Story = {
  args: {
    label: 'Web address',
    hint: 'Lower-case letters, digits and hyphens.',
    children: <Input defaultValue="solbrume" />,
  },
};
export const Wrong: Story = {
  args: {
    label: 'E-mail',
    error: 'This is not an e-mail address.',
    required: true,
    children: <Input defaultValue="ada@" />,
  },
};
export const Optional: Story = { args: { label: 'Phone', optional: 'optional', children: <Input type="tel" /> } };
