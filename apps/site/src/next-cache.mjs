/** Next keeps nothing: what was made is kept by the engine, which hears of every change. */
export default class Forgetful {
  async get() {
    return null;
  }
  async set() {}
  async revalidateTag() {}
  resetRequestCache() {}
}
