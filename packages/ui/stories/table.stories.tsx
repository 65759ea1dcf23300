import type { Meta, StoryObj } from '@storybook/react-vite';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../src/table.tsx';

const meta = { component: Table } satisfies Meta<typeof Table>;
export default meta;

type Story = StoryObj<typeof Table>;

export const Figures: Story = {
  render: () => (
    <Table caption="Ticket types">
      <TableHead>
        <TableRow>
          <TableHeader>Type</TableHeader>
          <TableHeader numeric>Price</TableHeader>
          <TableHeader numeric>Sold</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {[
          ['Day ticket', '45.00 €', '1 204'],
          ['Weekend', '110.00 €', '2 208'],
        ].map(([name, price, sold]) => (
          <TableRow key={name}>
            <TableCell>{name}</TableCell>
            <TableCell numeric>{price}</TableCell>
            <TableCell numeric>{sold}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  ),
};
