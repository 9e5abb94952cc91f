export { createServer, type ServerParts } from './create-server.ts'
export type { Site } from './site.ts'
export { warmUp } from './warm-up.ts'
