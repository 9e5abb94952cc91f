import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'
import { guardBrowser } from './scripts/guard-browser.ts'

export default defineConfig({
  plugins: [reactRouter(), guardBrowser(import.meta.dirname)],
  // Fonts and icons stay files with a hashed name: the security policy allows no data: fonts.
  build: { assetsInlineLimit: 0 },
})
