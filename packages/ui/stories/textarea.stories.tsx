import type { Meta, StoryObj } from '@storybook/react-vite';
import { Textarea } from '../src/textarea.tsx';

const meta = { component: Textarea } satisfies Meta<typeof Textarea>;
export default meta;

type Story = StoryObj<typeof Textarea>;

export const Growing: Story = {
  args: { 'aria-label': 'Biography', defaultValue: 'Four voices from the valley, and one accordion.' },
};
