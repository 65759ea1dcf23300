import type { Meta, StoryObj } from '@storybook/react-vite';
import { Checkbox } from '../src/checkbox.tsx';

const meta = { component: Checkbox } satisfies Meta<typeof Checkbox>;
export default meta;

type Story = StoryObj<typeof Checkbox>;

export const States: Story = {
  render: () => (
    <div className="grid gap-3">
      {(['No', 'Yes', 'Some'] as const).map((name, at) => (
        <label key={name} className="flex items-center gap-2">
          <Checkbox defaultChecked={at === 2 ? 'indeterminate' : at === 1} />
          {name}
        </label>
      ))}
    </div>
  ),
};
