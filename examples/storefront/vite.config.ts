import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    // The page's Content-Security-Policy allows no `data:` scripts or styles: every asset is a file of its own.
    assetsInlineLimit: 0,
  },
  // `npm run dev` beside `npx tsx server.ts`, which listens there.
  server: { proxy: { '/api': 'http://127.0.0.1:8082', '/pictures': 'http://127.0.0.1:8082' } },
});
