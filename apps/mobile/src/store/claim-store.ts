/** Resolves when this process may open the store. A phone has one process, so at once. */
export async function claimStore(_onElsewhere: () => void): Promise<void> {}

/** Takes the store from whoever has it; on a phone nobody else can. */
export function takeStore(): void {}
