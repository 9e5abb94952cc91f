import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

test('the check for dead code sees a file and an export that nobody uses', () => {
  const folder = mkdtempSync(join(tmpdir(), 'schakel-knip-'))
  mkdirSync(join(folder, 'src'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{"name":"planted","type":"module"}')
  writeFileSync(join(folder, 'knip.json'), '{"entry":["src/main.ts"],"project":["src/**/*.ts"]}')
  writeFileSync(join(folder, 'src/main.ts'), "import { used } from './half-used.ts'\nused()\n")
  writeFileSync(join(folder, 'src/half-used.ts'), 'export function used() {}\nexport function plantedExport() {}\n')
  writeFileSync(join(folder, 'src/planted-file.ts'), 'export const nothing = 1\n')
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'node_modules/knip/bin/knip.js')], {
    cwd: folder,
    encoding: 'utf8',
  })
  rmSync(folder, { recursive: true })
  expect(status).toBe(1)
  expect(stdout).toContain('src/planted-file.ts')
  expect(stdout).toContain('plantedExport')
})
