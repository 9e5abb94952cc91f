/**
 * Nothing of the site stands outside `src/web/permissions.ts`: every route of the router, and every button that the code of a page knows. Read from the
 * source, so that a button cannot be forgotten by who adds it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { type Page, pages } from '../../src/web/paths.ts'
import { otherRoutes, pageActions } from '../../src/web/permissions.ts'
import routes from '../../src/web/routes.ts'

const web = join(import.meta.dirname, '../../src/web')
const withoutLanguage = (id: string): string => id.replace(/\.(nl|en)$/, '')
/** A route without an id is called by its file. */
const idOf = ({ id, file }: { readonly id?: string; readonly file: string }): string => id ?? file.replace(/\.tsx?$/, '')

/** The files of a page: its own, and those of the site that it imports by name for its action and loader. */
function filesOf(file: string): string[] {
  const seen = new Set<string>()
  const look = (at: string, depth: number): void => {
    if (seen.has(at) || !existsSync(at)) return
    seen.add(at)
    if (depth === 0) return
    for (const [, names = '', from = ''] of readFileSync(at, 'utf8').matchAll(
      /(?:import|export)\s+\{([^}]*)\}\s+from '(\.[^']+)'/g,
    )) {
      if (/\b(?:\w*[aA]ction|act|intents|ask\w*)\b/.test(names)) look(join(dirname(at), from), depth - 1)
    }
  }
  look(file, 3)
  return [...seen]
}

/** Names in `const intents = { ... }` of a file; undefined where there is none, or it is empty of names. */
function intentsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const names: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText(source) === 'intents' && node.initializer) {
      let value: ts.Expression = node.initializer
      while (ts.isSatisfiesExpression(value) || ts.isAsExpression(value)) value = value.expression
      if (ts.isObjectLiteralExpression(value)) {
        for (const one of value.properties) if (one.name) names.push(one.name.getText(source))
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return names
}

const fileOf = (page: Page): string => {
  const found = routes.find((route) => idOf(route) === `${page}.nl`)
  if (!found) throw new Error(`${page} has no route`)
  return join(web, found.file)
}

describe('every route of the site', () => {
  test('is a page that says which action it is, or is listed as what everybody may ask', () => {
    const known = new Set<string>([...Object.keys(pageActions), ...otherRoutes])
    // A new one: add it to `pageActions` or `otherRoutes` in src/web/permissions.ts.
    expect([...new Set(routes.map((route) => withoutLanguage(idOf(route))))].filter((id) => !known.has(id))).toEqual([])
    expect(Object.keys(pages).filter((page) => !Object.hasOwn(pageActions, page))).toEqual([])
  })
})

describe('every button', () => {
  test.each(Object.keys(pageActions) as Page[])('of %s says which action it is', (page) => {
    const declared = Object.keys(pageActions[page]?.intents ?? {})
    const file = fileOf(page)
    const hasAction = /export (?:async function action|const action|\{[^}]*\baction\b)/.test(readFileSync(file, 'utf8'))
    // A page with a form has an action, and says of each of its buttons which one it is.
    expect({ page, hasAction }).toEqual({ page, hasAction: declared.length > 0 })
    const coded = filesOf(file).flatMap(intentsIn)
    // Of a page whose action knows its buttons in another way, each is a field of a form: below.
    if (coded.length > 0) expect(declared.toSorted()).toEqual([...new Set(coded)].toSorted())
  })

  test('that stands in a form of the site is declared for some page', () => {
    const declared = new Set(Object.values(pageActions).flatMap(({ intents }) => Object.keys(intents)))
    const unknown: string[] = []
    const all = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.tsx?$/.test(file) && !file.includes('.test.'),
    )
    for (const file of all) {
      const text = readFileSync(join(web, file), 'utf8')
      const patterns = [/name="intent"\s+value="(\w+)"/g, /\bintent="(\w+)"/g, /value="(\w+)"\s+name="intent"/g]
      for (const [, intent = ''] of patterns.flatMap((pattern) => [...text.matchAll(pattern)])) {
        if (!declared.has(intent)) unknown.push(`${relative(web, join(web, file))}: ${intent}`)
      }
    }
    expect(unknown).toEqual([])
  })
})
