import type { Meta, StoryObj } from '@storybook/react-vite';
import { Button } from '../src/button.tsx';
import { ToastProvider, useToast } from '../src/toast.tsx';

function MoveSet() {
  const say = useToast();
  return (
    <Button onClick={() => say({ title: 'Set moved to 21:30', action: { label: 'Undo', run: () => undefined } })}>
      Move the set
    </Button>
  );
}

const meta = { component: ToastProvider } satisfies Meta<typeof ToastProvider>;
export default meta;

type Story = StoryObj<typeof ToastProvider>;

/** Undo rather than "are you sure". */
export const WithUndo: Story = {
  render: () => (
    <ToastProvider label="Messages" closeLabel="Close">
      <MoveSet />
    </ToastProvider>
  ),
};
