'use client';

import { Button } from '@festivals/ui/button';
import { FileDown } from 'lucide-react';
import type { myTicketPdf } from '@festivals/domain/ticketing/contract';
import { ask } from './account-client.ts';
import { useDeed } from './use-deed.ts';

/** Saves a ticket of mine as a file. A plain link would come without the header that names our face, and so without my session. */
export function TicketPdfButton({
  ticketId,
  fileName,
  label,
  failed,
}: {
  ticketId: string;
  fileName: string;
  label: string;
  failed: string;
}) {
  const deed = useDeed();
  const save = () =>
    deed.run(async () => {
      const address = URL.createObjectURL(
        await ask<typeof myTicketPdf>('GET', '/tickets/:ticketId/pdf', { params: { ticketId } }),
      );
      const link = Object.assign(document.createElement('a'), { href: address, download: fileName });
      link.click();
      // Firefox still reads the address after the click.
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    });
  return (
    <>
      <Button size="lg" onClick={save} busy={deed.busy} className="rounded-full">
        <FileDown aria-hidden="true" />
        {label}
      </Button>
      {deed.problem && (
        <p role="alert" className="text-sm text-danger-text">
          {deed.problem.message || failed}
        </p>
      )}
    </>
  );
}
