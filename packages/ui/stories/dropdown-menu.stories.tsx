import type { Meta, StoryObj } from '@storybook/react-vite';
import { Button } from '../src/button.tsx';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '../src/dropdown-menu.tsx';

const meta = { component: DropdownMenuContent } satisfies Meta<typeof DropdownMenuContent>;
export default meta;

type Story = StoryObj<typeof DropdownMenuContent>;

export const Open: Story = {
  render: () => (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger asChild>
        <Button>More</Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start">
        <DropdownMenuLabel>Set</DropdownMenuLabel>
        <DropdownMenuItem>Confirm</DropdownMenuItem>
        <DropdownMenuItem>Move to another day</DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuItem danger>Cancel the set</DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  ),
};
