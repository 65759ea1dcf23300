/** A value of a form whose names have brackets: `a[b][0]=c`. */
export type FormValue = string | { [name: string]: FormValue };

/** Reads a form as Stripe does: names with brackets become things within things. */
export function readForm(text: string): Record<string, FormValue> {
  const form: Record<string, FormValue> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const path = name.replaceAll(']', '').split('[');
    let at = form;
    for (const part of path.slice(0, -1)) {
      const inner = at[part];
      const next = typeof inner === 'object' ? inner : {};
      at[part] = next;
      at = next;
    }
    at[path.at(-1) ?? name] = value;
  }
  return form;
}
