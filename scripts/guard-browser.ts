/**
 * Guards what ends in a browser: only pages, components and words, and the few files below that server and browser share on purpose. One stray
 * import of a value (where a type was meant) can pull a store, a driver of the database or a secret's path into a script that everybody loads;
 * nothing on the page tells. So the build itself looks, and stops.
 */
import { relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Files outside `src/web` that may be in a browser: pure, small, and meant for both sides. Add one only with that in mind. */
const shared = [
  // Which kinds of people a choice of cohorts knows: a list of words.
  'src/engine/choosing/problem.ts',
  'src/platform/calendar.ts',
  // Names of cookies: the page about data use lists them.
  'src/platform/session-cookie.ts',
]

/** Packages that may be in a browser. */
const packages = [
  'react',
  'react-dom',
  'react-router',
  'scheduler',
  '@react-router/dev',
  '@fontsource-variable/atkinson-hyperlegible-next',
]

/**
 * The most bytes that an asset may be, by its kind; packed (gzip) for what is packed on its way. React itself is the largest script there is.
 * Raise one when a page needs it, never in passing: a visitor on a poor line pays for it.
 */
export const budgets = {
  /** One script, as it lies on disk. */
  script: 240_000,
  /** All styles of the site are one file. */
  style: 128_000,
  font: 48_000,
  /** All scripts that one page loads, packed. */
  scriptsOfPage: 210_000,
  /** The page that shows every component there is: for who makes pages. */
  scriptsOfParts: 420_000,
}

export interface Asset {
  readonly name: string
  readonly bytes: number
}

/** A part of a script that a browser would load: the file it comes from, and how much of it is left after what is unused was cut. */
export interface BrowserModule {
  readonly id: string
  readonly bytes: number
  readonly chunk: string
}

/** What may not be in a browser, one line each: where it comes from, and in which script it would end. */
export function strayModules(modules: readonly BrowserModule[], root: string): string[] {
  return modules
    .filter(({ id, bytes }) => bytes > 0 && !mayBeInBrowser(id, root))
    .map(({ id, chunk }) => `${nameOf(id, root)} in ${chunk}`)
}

/** Assets that are larger than their budget, one line each. */
export function tooLarge(assets: readonly Asset[]): string[] {
  return assets.flatMap(({ name, bytes }) => {
    const most = budgetOf(name)
    return most !== undefined && bytes > most ? [`${name} has ${bytes} bytes, and ${most} is the most`] : []
  })
}

/** How much a script weighs on its way to a browser. */
export const packedBytes = (text: string | Uint8Array): number => gzipSync(text).byteLength

/** Stops a build whose browser part holds code of the server, or a file over its budget. */
export function guardBrowser(root: string): Plugin {
  return {
    name: 'schakel-guard-browser',
    generateBundle(_options, bundle) {
      if (this.environment.name !== 'client') return
      const files = Object.values(bundle)
      const modules = files.flatMap((file) =>
        file.type === 'chunk'
          ? Object.entries(file.modules).map(([id, { renderedLength }]) => ({ id, bytes: renderedLength, chunk: file.fileName }))
          : [],
      )
      // What is left outside the bundle would be asked of the server by a browser: there is no such address.
      const outside = files.flatMap((file) =>
        file.type === 'chunk'
          ? [...file.imports, ...file.dynamicImports]
              .filter((name) => !(name in bundle))
              .map((name) => `${name} in ${file.fileName}`)
          : [],
      )
      const stray = [...strayModules(modules, root), ...outside]
      const large = tooLarge(
        files.map((file) => ({ name: file.fileName, bytes: Buffer.byteLength(file.type === 'chunk' ? file.code : file.source) })),
      )
      if (stray.length > 0) {
        this.error(
          `Code of the server would end in a browser:\n  ${stray.join('\n  ')}\nImport only types from there (import type), or move what both sides need to a file of its own and name that in scripts/guard-browser.ts.`,
        )
      }
      if (large.length > 0)
        this.error(`Too large for a browser:\n  ${large.join('\n  ')}\nThe budgets stand in scripts/guard-browser.ts.`)
    },
  }
}

function mayBeInBrowser(id: string, root: string): boolean {
  // Parts that the build itself makes carry a NUL before their name; those that stand for a module of Node say so.
  if (id.includes('__vite-browser-external') || id.includes('node:')) return false
  if (id.startsWith('\0')) return true
  const name = nameOf(id, root)
  const dependency = /^(?:\.\.\/)*(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)
  if (dependency) return packages.includes(dependency[1] ?? '')
  if (/-store\.ts$|\.server\.tsx?$/.test(name)) return false
  return name.startsWith('src/web/') || shared.includes(name) || name.startsWith('data/')
}

const nameOf = (id: string, root: string): string =>
  id.startsWith('\0') ? id.slice(1) : relative(root, id.split('?')[0] ?? id).replaceAll('\\', '/')

function budgetOf(name: string): number | undefined {
  if (name.endsWith('.js')) return budgets.script
  if (name.endsWith('.css')) return budgets.style
  return name.endsWith('.woff2') ? budgets.font : undefined
}
