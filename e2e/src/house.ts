/** The running house that the browser tests go through. */
function address(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the browser tests through npm test.`);
  return value.replace(/\/$/, '');
}

export const house = {
  api: address('API_URL'),
  site: address('SITE_URL'),
  office: address('OFFICE_URL'),
  app: address('APP_URL'),
  chromium: address('CHROMIUM_PATH'),
  /** Where a running house keeps its data. */
  data: address('FESTIVALS_DATA'),
};
