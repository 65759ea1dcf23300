import type { Meta, StoryObj } from '@storybook/react-vite';
import { Button } from '../src/button.tsx';
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '../src/dialog.tsx';

const meta = { component: DialogContent } satisfies Meta<typeof DialogContent>;
export default meta;

type Story = StoryObj<typeof DialogContent>;

/** For what cannot be undone: money, or somebody's access. */
export const Question: Story = {
  render: () => (
    <Dialog defaultOpen>
      <DialogTrigger asChild>
        <Button tone="danger">Revoke the scanner</Button>
      </DialogTrigger>
      <DialogContent
        title="Revoke the scanner?"
        description="It stops admitting at once. What it has scanned is kept."
        closeLabel="Close"
        footer={
          <>
            <DialogClose asChild>
              <Button>Keep it</Button>
            </DialogClose>
            <Button tone="danger">Revoke</Button>
          </>
        }
      />
    </Dialog>
  ),
};
