/** The running house that the browser tests go through. */
function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the browser tests through npm test.`);
  return value;
}

/** Where a part of the house answers; whether its address was given with a path or a final slash does not matter. */
const origin = (name: string): string => new URL(given(name)).origin;

export const house = {
  /** The API's process; its routes begin with `/api`. */
  api: origin('API_URL'),
  site: origin('SITE_URL'),
  office: origin('OFFICE_URL'),
  app: origin('APP_URL'),
  chromium: given('CHROMIUM_PATH'),
  /** The provider that the house offers to sign in with, to be started by whoever tests it. */
  get provider() {
    return {
      port: Number(new URL(given('SIGN_IN_ACME_ISSUER')).port),
      client: { id: given('SIGN_IN_ACME_CLIENT_ID'), secret: given('SIGN_IN_ACME_CLIENT_SECRET') },
    };
  },
  /** The name server that the house asks whose a domain is, to be started by whoever tests it. */
  get nameServerPort() {
    return Number(given('DNS_SERVERS').split(':').at(-1));
  },
  /** Below this domain each festival is found by its name. */
  get baseDomain() {
    return given('SITE_BASE_DOMAIN');
  },
  /** Where a running house keeps its data. */
  data: given('FESTIVALS_DATA'),
};
