// npm run check: types, lint and format, which way imports point, dead code, packages. Runs them all, and says which failed.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { env, ownNode, root, run } from './own-node.mjs'

const checks = [
  // Types of pages come from their addresses.
  ...(existsSync(join(root, 'react-router.config.ts')) ? [['types of addresses', 'react-router', ['typegen']]] : []),
  ['types', 'tsc', ['-p', 'tsconfig.json', '--noEmit']],
  ['types of the engine, without Node or a browser', 'tsc', ['-p', 'tsconfig.engine.json', '--noEmit']],
  ['lint and format', 'biome', ['check', '--error-on-warnings', '.']],
  ['architecture', 'vitest', ['run', '--reporter=dot', 'src/architecture.test.ts'], { SCHAKEL_TEST_ALONE: '1' }],
  ['dead code', 'knip', []],
  ['licences and versions of packages', ownNode(), [join(root, 'scripts/check-packages.ts')]],
]

const failed = []
for (const [name, program, parameters, more] of checks) {
  console.log(`\n== ${name}`)
  const status = await run(program, parameters, { env: { ...env, ...more } })
  if (status !== 0) failed.push(name)
}
console.log(failed.length === 0 ? `\nAll ${checks.length} checks passed.` : `\nFailed: ${failed.join('; ')}.`)
process.exitCode = failed.length === 0 ? 0 : 1
