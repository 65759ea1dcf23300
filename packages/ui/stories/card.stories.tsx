import type { Meta, StoryObj } from '@storybook/react-vite';
import { Button } from '../src/button.tsx';
import { Card, CardBody, CardHeader } from '../src/card.tsx';

const meta = { component: Card } satisfies Meta<typeof Card>;
export default meta;

type Story = StoryObj<typeof Card>;

export const WithHeader: Story = {
  render: () => (
    <Card className="max-w-lg">
      <CardHeader
        title="Opening hours"
        description="By festival day; the night belongs to the evening before."
        actions={<Button size="sm">Edit</Button>}
      />
      <CardBody>Friday, 16:00 to 02:30</CardBody>
    </Card>
  ),
};
