import type { Meta, StoryObj } from '@storybook/react-vite';
import { Button } from '../src/button.tsx';
import { ErrorState } from '../src/error-state.tsx';

const meta = { component: ErrorState } satisfies Meta<typeof ErrorState>;
export default meta;

type Story = StoryObj<typeof ErrorState>;

export const WithReference: Story = {
  args: {
    title: 'The orders could not be loaded',
    children: 'Nothing is lost. Try again in a moment.',
    reference: '01a1fddb-d057',
    action: <Button>Try again</Button>,
  },
};
