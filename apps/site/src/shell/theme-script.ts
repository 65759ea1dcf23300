/** Where the reader's choice of light or dark is kept on the device. */
export const themeKey = 'theme';

/** Runs before the first paint, so that nobody who chose the dark is dazzled. */
export const themeScript = `try{var t=localStorage.getItem('${themeKey}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;
