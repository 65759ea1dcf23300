import type { Meta, StoryObj } from '@storybook/react-vite';
import { Breadcrumbs } from '../src/breadcrumbs.tsx';

const meta = { component: Breadcrumbs } satisfies Meta<typeof Breadcrumbs>;
export default meta;

type Story = StoryObj<typeof Breadcrumbs>;

export const ThreeLevels: Story = {
  args: {
    label: 'You are here',
    items: [
      <a key="all" href="#festivals">
        Festivals
      </a>,
      <a key="one" href="#solbrume">
        Solbrume
      </a>,
      <span key="here">Programme</span>,
    ],
  },
};
