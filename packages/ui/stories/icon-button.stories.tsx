import type { Meta, StoryObj } from '@storybook/react-vite';
import { Trash2 } from 'lucide-react';
import { IconButton } from '../src/icon-button.tsx';

const meta = { component: IconButton } satisfies Meta<typeof IconButton>;
export default meta;

type Story = StoryObj<typeof IconButton>;

/** A sign alone always has a name. */
export const Quiet: Story = { args: { label: 'Remove', children: <Trash2 aria-hidden="true" /> } };
