import type { Meta, StoryObj } from '@storybook/react-vite';
import { Money } from '../src/money.tsx';

const meta = { component: Money } satisfies Meta<typeof Money>;
export default meta;

type Story = StoryObj<typeof Money>;

export const German: Story = { args: { cents: 129_000, currency: 'EUR', locale: 'de' } };
export const Rounded: Story = { args: { cents: 129_049, currency: 'EUR', locale: 'fr', round: true } };
/** Yen have no hundredths. */
export const NoDecimals: Story = { args: { cents: 4500, currency: 'JPY', locale: 'en' } };
