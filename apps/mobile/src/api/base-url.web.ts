/** The web export reaches the API at its own origin. */
export const baseUrl = (): string => '/api';
