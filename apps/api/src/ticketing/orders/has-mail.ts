/** What stands in the place of an address once its person was taken out of the order. */
export const erasedHost = '@erased.invalid';

/** Whether an order's buyer can be mailed: a guest, or somebody at the desk, may have left no address. */
export const hasMail = (email: string): boolean => email !== '' && !email.endsWith(erasedHost);
