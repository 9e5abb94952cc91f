// Builds the site when its sources changed since the last build. For production, also when a test asks: the stamp tells no
// difference between the two.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env, root, run } from './own-node.mjs'

const stamp = join(root, 'build/.built-from')
// Pages import types and words from elsewhere, but what ends in the build comes from these.
const sources = [
  'src',
  'package-lock.json',
  'vite.config.ts',
  'scripts/guard-browser.ts',
  'react-router.config.ts',
  'tsconfig.json',
]

export async function buildSite() {
  const wanted = hashOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Building the site ...')
  const status = await run('react-router', ['build', '--logLevel', 'error'], { env: { ...env, NODE_ENV: 'production' } })
  if (status !== 0) process.exit(status)
  writeFileSync(stamp, wanted)
}

function hashOfSources() {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(listFiles).sort()) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function listFiles(path) {
  if (!existsSync(join(root, path))) return []
  if (/\.[a-z]+$/.test(path)) return [path]
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter(({ name }) => !/\.test\.tsx?$/.test(name))
    .flatMap((entry) => (entry.isDirectory() ? listFiles(join(path, entry.name)) : [join(path, entry.name)]))
}
