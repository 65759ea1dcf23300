/**
 * zod asks by `new Function` whether it may write code of its own. A page may not, and a browser reports the attempt as one against its
 * policy. To be loaded before any schema is; without importing zod, whose schemas would then be first.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
