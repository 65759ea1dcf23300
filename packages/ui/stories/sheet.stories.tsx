import type { Meta, StoryObj } from '@storybook/react-vite';
import { Button } from '../src/button.tsx';
import { Field } from '../src/field.tsx';
import { Input } from '../src/input.tsx';
import { Sheet, SheetContent, SheetTrigger } from '../src/sheet.tsx';

const meta = { component: SheetContent } satisfies Meta<typeof SheetContent>;
export default meta;

type Story = StoryObj<typeof SheetContent>;

/** A form beside the list it belongs to. */
export const Form: Story = {
  render: () => (
    <Sheet defaultOpen>
      <SheetTrigger asChild>
        <Button>Edit stage</Button>
      </SheetTrigger>
      <SheetContent title="Stage" closeLabel="Close" footer={<Button tone="accent">Save</Button>}>
        <Field label="Name">
          <Input defaultValue="Lantern" />
        </Field>
      </SheetContent>
    </Sheet>
  ),
};
