/** A sheet or dialog that asks for something opens with the keyboard in its first field, not on its close button. */
export function focusFirstField(event: Event): void {
  if (!(event.currentTarget instanceof HTMLElement)) return;
  const field = event.currentTarget.querySelector<HTMLElement>(
    'input:not([type=hidden], [type=file], :disabled), select:not(:disabled), textarea:not(:disabled)',
  );
  if (field === null) return;
  event.preventDefault();
  field.focus();
}
