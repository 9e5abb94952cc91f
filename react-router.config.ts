import type { Config } from '@react-router/dev/config'

export default {
  appDirectory: 'src/web',
  ssr: true,
  // All routes with the first page: no further requests for a manifest, and nothing outside /assets/ to serve.
  routeDiscovery: { mode: 'initial' },
} satisfies Config
