/** Hands a file to whoever looks at the page. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  // Firefox still reads the address after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
