/** Leads the keyboard to the first field of a form that is wrong, once it says so; for fields that the form cannot reach by itself. */
export function focusFirstError(form: HTMLFormElement | null): void {
  setTimeout(() => {
    if (form === null || document.activeElement?.getAttribute('aria-invalid') === 'true') return;
    form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  });
}
