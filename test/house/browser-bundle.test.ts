import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Asset, budgets, guardBrowser, packedBytes, strayModules, tooLarge } from '../../scripts/guard-browser.ts'

const assets = join(import.meta.dirname, '../../build/client/assets')

/** What a route loads, as React Router writes it for the browser. */
interface Manifest {
  readonly entry: { readonly module: string; readonly imports: readonly string[] }
  readonly routes: Readonly<
    Record<string, { readonly id: string; readonly module: string; readonly imports?: readonly string[] }>
  >
}

describe('the built site', () => {
  const names = () => readdirSync(assets)
  const scripts = () => names().filter((name) => name.endsWith('.js'))

  test('holds no asset over its budget', () => {
    const held: Asset[] = names().map((name) => ({ name, bytes: statSync(join(assets, name)).size }))
    expect(held.length).toBeGreaterThan(100)
    expect(tooLarge(held)).toEqual([])
  })

  test('holds nothing that only a server knows', () => {
    const tells = [
      /\bfrom\s*["']node:/,
      /import\(\s*["']node:/,
      /__vite-browser-external/,
      /process\.env\.SCHAKEL/,
      /begin transaction/i,
      /\bPGlite\b/,
    ]
    const found = scripts().flatMap((name) => {
      const text = readFileSync(join(assets, name), 'utf8')
      return tells.filter((tell) => tell.test(text)).map((tell) => `${name}: ${tell}`)
    })
    expect(found).toEqual([])
  })

  test('asks no page for more script than a poor line can bear', () => {
    const manifest = readManifest()
    const { entry, routes } = manifest
    const base = [entry.module, ...entry.imports, routes.root?.module ?? '', ...(routes.root?.imports ?? [])]
    const packed = new Map(scripts().map((name) => [`/assets/${name}`, packedBytes(readFileSync(join(assets, name)))]))
    const weighed = Object.values(routes).map(({ id, module, imports = [] }) => ({
      id,
      bytes: [...new Set([...base, module, ...imports])].reduce((sum, name) => sum + (packed.get(name) ?? Number.NaN), 0),
    }))
    expect(weighed.length).toBeGreaterThan(100)
    const mostOf = (id: string) => (id.startsWith('parts.') ? budgets.scriptsOfParts : budgets.scriptsOfPage)
    expect(weighed.filter(({ id, bytes }) => !(bytes <= mostOf(id)))).toEqual([])
  })

  function readManifest(): Manifest {
    const name = names().find((one) => /^manifest-.*\.js$/.test(one))
    const text = readFileSync(join(assets, name ?? 'manifest.js'), 'utf8')
    return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as Manifest
  }
})

describe('a planted fault stops the build', () => {
  let root: string
  const plant = (name: string, text: string) => {
    const path = join(root, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'schakel-bundle-'))
    plant('src/modules/people/people-store.ts', 'export const findPeople = () => `select id from person where held`')
    plant('src/modules/people/index.ts', "export * from './people-store.ts'\nexport const most = new Map([[1, globalThis.name]])")
    plant('src/platform/config.ts', "import { readFileSync } from 'node:fs'\nexport const read = () => readFileSync('config')")
    plant('src/web/words.ts', 'export const words = { title: "Schakel" }')
    plant('node_modules/pg/package.json', '{"name":"pg","type":"module","main":"index.js"}')
    plant('node_modules/pg/index.js', 'export class Pool { query(text) { console.log(text) } }')
  })
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  const buildPage = async (text: string) => {
    plant('src/web/page.ts', text)
    await build({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [guardBrowser(root)],
      build: { write: false, rollupOptions: { input: join(root, 'src/web/page.ts') } },
    })
  }

  test('words and types of a module may be there', async () => {
    await buildPage(
      "import { words } from './words.ts'\nimport type { most } from '../modules/people/index.ts'\nconst a: typeof most | 0 = 0\nconsole.log(words, a)",
    )
  })

  test.each([
    [
      'a store',
      "import { findPeople } from '../modules/people/index.ts'\nconsole.log(findPeople())",
      'src/modules/people/people-store.ts',
    ],
    [
      'a value of a module',
      "import { most } from '../modules/people/index.ts'\nconsole.log(most)",
      'src/modules/people/index.ts',
    ],
    ['a store, later', "import('../modules/people/people-store.ts').then(console.log)", 'src/modules/people/people-store.ts'],
    ['Node', "import { read } from '../platform/config.ts'\nconsole.log(read())", 'src/platform/config.ts'],
    // In a build for visitors Vite tells no more of it.
    ['Node itself', "import { readFileSync } from 'node:fs'\nconsole.log(readFileSync('a'))", '__vite-browser-external'],
    ['the driver of the database', "import { Pool } from 'pg'\nconsole.log(new Pool())", 'node_modules/pg/index.js'],
  ])('%s', async (_what, text, name) => {
    await expect(buildPage(text)).rejects.toThrow(new RegExp(`would end in a browser[\\s\\S]*${name.replaceAll('.', '\\.')}`))
  })

  test('a script over its budget', async () => {
    const long = JSON.stringify('x'.repeat(budgets.script))
    await expect(buildPage(`document.title = ${long}`)).rejects.toThrow(/Too large for a browser/)
  })
})

test('what was cut away whole is not there, so it is no fault', () => {
  const id = '/house/src/modules/people/index.ts'
  expect(strayModules([{ id, bytes: 0, chunk: 'a.js' }], '/house')).toEqual([])
  expect(strayModules([{ id, bytes: 1, chunk: 'a.js' }], '/house')).toEqual(['src/modules/people/index.ts in a.js'])
})
