import { Button } from '@festivals/ui/button';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';

/** Deletes at the second press: the first asks whether that is meant. */
export function DeleteButton({
  label,
  sureLabel,
  busy,
  onDelete,
}: {
  label: string;
  sureLabel: string;
  busy: boolean;
  onDelete: () => void;
}) {
  const [asked, setAsked] = useState(false);
  return (
    <Button
      className="mr-auto"
      tone={asked ? 'danger' : 'quiet'}
      busy={busy}
      onBlur={() => setAsked(false)}
      onClick={() => (asked ? onDelete() : setAsked(true))}
    >
      <Trash2 aria-hidden="true" />
      <span aria-live="polite">{asked ? sureLabel : label}</span>
    </Button>
  );
}
