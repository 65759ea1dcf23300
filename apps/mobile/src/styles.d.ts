/// <reference types="uniwind/types" />

// The looks of global.css; Uniwind's own generated copy of this lies in .expo, since a check of types needs no build.
declare module 'uniwind' {
  export interface UniwindConfig {
    themes: readonly ['light', 'dark'];
  }
}

export {};
