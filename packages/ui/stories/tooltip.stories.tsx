import type { Meta, StoryObj } from '@storybook/react-vite';
import { Button } from '../src/button.tsx';
import { Tooltip } from '../src/tooltip.tsx';

const meta = { component: Tooltip } satisfies Meta<typeof Tooltip>;
export default meta;

type Story = StoryObj<typeof Tooltip>;

/** A word more; never the only place where something is said. */
export const OnButton: Story = { args: { text: 'Everyone sees it from now on', children: <Button>Publish</Button> } };
