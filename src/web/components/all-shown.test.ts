import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

/** Every component that a folder exports, and the text of the file it stands in. */
const components = folders.flatMap((folder) =>
  readdirSync(join(import.meta.dirname, folder))
    .filter((file) => file.endsWith('.tsx') && file !== 'examples.tsx' && !file.endsWith('.test.tsx'))
    .flatMap((file) => {
      const text = readFileSync(join(import.meta.dirname, folder, file), 'utf8')
      return [...text.matchAll(/export function ([A-Z]\w*)/g)].map(([, name = '']) => ({ folder, name, text }))
    }),
)

const uses = (text: string, name: string): boolean => new RegExp(`<${name}\\b`).test(text)

test('every folder of a component has examples, which the page of components shows', () => {
  expect(folders.length).toBeGreaterThan(30)
  expect(folders.filter((folder) => !existsSync(join(import.meta.dirname, folder, 'examples.tsx')))).toEqual([])
})

test('every component is shown: in the examples of its folder, or inside a component that is', () => {
  const isShown = new Set(
    components
      .filter(({ folder, name }) => uses(readFileSync(join(import.meta.dirname, folder, 'examples.tsx'), 'utf8'), name))
      .map(({ name }) => name),
  )
  for (let before = -1; before < isShown.size; ) {
    before = isShown.size
    const shown = components.filter(({ name }) => isShown.has(name))
    for (const { name } of components) if (shown.some(({ text }) => uses(text, name))) isShown.add(name)
  }
  expect(components.map(({ name }) => name).filter((name) => !isShown.has(name))).toEqual([])
})
