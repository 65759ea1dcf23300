/** A phone's screen reader follows the system. */
export function announceLanguage(_language: string): void {}
