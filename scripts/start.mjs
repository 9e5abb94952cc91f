// npm start, once the packages are here: builds the site when it changed, then serves.
import { buildSite } from './build-site.mjs'
import { env, ownNode, run } from './own-node.mjs'

await buildSite()
process.exitCode = await run(ownNode(), ['src/main.ts'], { env: { NODE_ENV: 'production', ...env } })
