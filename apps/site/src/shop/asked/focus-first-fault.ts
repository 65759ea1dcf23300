/** Brings eyes and keyboard to the first field with something wrong. A group of choices says so too, and cannot be focused itself. */
export const focusFirstFault = (form: HTMLElement | null): void =>
  form?.querySelector<HTMLElement>(':is(input, select, textarea)[aria-invalid=true]')?.focus();
