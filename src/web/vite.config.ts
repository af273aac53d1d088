import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = join(import.meta.dirname, 'app');
const page = (name: string): string => join(root, `${name}.html`);

// `npm start` runs this in a process of its own when the pages are older than their sources; see pages-build.ts.
export default defineConfig({
  root,
  plugins: [react()],
  publicDir: false,
  build: {
    assetsDir: 'halaman',
    emptyOutDir: true,
    // No inline script or style may be needed: the pages' content security policy refuses both.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    target: 'es2022',
    rollupOptions: {
      input: Object.fromEntries(['beranda', 'kota', 'warga', 'opd', 'pengembang'].map((name) => [name, page(name)])),
    },
  },
});
