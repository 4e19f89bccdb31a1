import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contractModule } from './dev/contract-module.ts';

/** Built by `console/build.ts`. `npx vite console` serves it for development beside a running server. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/console/',
  plugins: [react(), contractModule()],
  build: {
    outDir: 'dist', emptyOutDir: true, target: 'es2023', modulePreload: { polyfill: false },
    assetsInlineLimit: 0, chunkSizeWarningLimit: 900, reportCompressedSize: false,
  },
});
