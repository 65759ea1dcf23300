/** A phone reads codes with its own engine. */
export function prepareDecoder(): void {}
