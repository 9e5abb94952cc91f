import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [reactRouter()],
  // Fonts and icons stay files with a hashed name: the security policy allows no data: fonts.
  build: { assetsInlineLimit: 0 },
})
