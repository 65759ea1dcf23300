import type { Meta, StoryObj } from '@storybook/react-vite';
import { Field } from '../src/field.tsx';
import { Select } from '../src/select.tsx';

const meta = { component: Select } satisfies Meta<typeof Select>;
export default meta;

type Story = StoryObj<typeof Select>;

export const InField: Story = {
  render: () => (
    <Field label="Stage" className="max-w-64">
      <Select defaultValue="lantern">
        <option value="lantern">Lantern</option>
        <option value="harbour">Harbour</option>
      </Select>
    </Field>
  ),
};
