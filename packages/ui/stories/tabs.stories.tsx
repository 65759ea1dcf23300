import type { Meta, StoryObj } from '@storybook/react-vite';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '../src/tabs.tsx';

const meta = { component: TabsList } satisfies Meta<typeof TabsList>;
export default meta;

type Story = StoryObj<typeof TabsList>;

export const Days: Story = {
  render: () => (
    <Tabs defaultValue="fri">
      <TabsList aria-label="Day">
        <TabsTrigger value="fri">Friday</TabsTrigger>
        <TabsTrigger value="sat">Saturday</TabsTrigger>
      </TabsList>
      <TabsContent value="fri" className="py-4">
        Doors at 16:00
      </TabsContent>
      <TabsContent value="sat" className="py-4">
        Doors at 12:00
      </TabsContent>
    </Tabs>
  ),
};
