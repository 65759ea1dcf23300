/** What people write in the place of a name that is not out yet. */
const unannounced =
  /^(?:t\.? ?b\.? ?[acd]\.?|to be (?:announced|confirmed)|(?:à|a) (?:annoncer|confirmer|anunciar|confirmar)|wird noch bekannt ?gegeben|por (?:anunciar|confirmar)|da (?:annunciare|confermare))$/iu;

/** Whether a name only says that there is none yet. */
export const isUnannounced = (name: string | null | undefined): boolean =>
  typeof name === 'string' && unannounced.test(name);
