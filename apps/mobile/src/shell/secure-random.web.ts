/** A browser brings Web Crypto. */
export function provideSecureRandom(): void {}
