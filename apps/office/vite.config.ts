import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

// The API's address is read when the development server starts and never baked into a build: in production whoever serves
// these files passes /api on.
const proxy = { '/api': { target: process.env.API_URL ?? 'http://127.0.0.1:3333', ws: true } };

/** Vite's development server answers a JSON import with JavaScript, which a browser refuses where the import says `with { type: 'json' }`. */
const withoutJsonAttributes: Plugin = {
  name: 'without-json-attributes',
  apply: 'serve',
  enforce: 'pre',
  transform: {
    filter: { id: /packages[\\/]messages[\\/]src/ },
    handler: (code) => code.replaceAll(/,?\s*\{?\s*with:?\s*\{ type: 'json' \}\s*\}?/g, ''),
  },
};

export default defineConfig({
  plugins: [withoutJsonAttributes, react(), tailwindcss()],
  server: { port: 4200, proxy },
  preview: { port: 4200, proxy },
  build: {
    target: 'es2023',
    rolldownOptions: {
      output: {
        advancedChunks: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: 'tanstack', test: /node_modules[\\/]@tanstack[\\/]/ },
          ],
        },
      },
    },
  },
});
