import type { Meta, StoryObj } from '@storybook/react-vite';
import { Plus } from 'lucide-react';
import { Button } from '../src/button.tsx';

const meta = { component: Button } satisfies Meta<typeof Button>;
export default meta;

type Story = StoryObj<typeof Button>;

/** One accent a screen; what destroys is red and stands apart. */
export const Tones: Story = {
  render: () => (
    <div className="flex flex-wrap gap-2">
      <Button tone="accent">Publish</Button>
      <Button>Save draft</Button>
      <Button tone="quiet">Discard</Button>
      <Button tone="danger">Cancel the festival</Button>
    </div>
  ),
};

export const Sizes: Story = {
  render: () => (
    <div className="flex flex-wrap items-center gap-2">
      <Button size="sm">Small</Button>
      <Button>Usual</Button>
      <Button size="lg">Large</Button>
      <Button size="xl" tone="accent">
        Buy tickets
      </Button>
    </div>
  ),
};

export const WithSign: Story = {
  args: { tone: 'accent', children: [<Plus key="sign" aria-hidden="true" />, 'Add stage'] },
};
/** Keeps its width and refuses a second press. */
export const Busy: Story = { args: { tone: 'accent', busy: true, children: 'Pay 45.00 €' } };
export const Disabled: Story = { args: { disabled: true, children: 'Sold out' } };
/** A link dressed as a button stays a link. */
export const AsLink: Story = {
  args: { asChild: true, tone: 'accent', children: <a href="#tickets">To the tickets</a> },
};
