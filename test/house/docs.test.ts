/** What stands in the documents and can be checked by a machine. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { buildProgram, type Reach } from '../../src/cli/index.ts'
import { variableNames } from '../../src/platform/index.ts'

const root = join(import.meta.dirname, '../..')
const read = (file: string): string => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '')
const guides = existsSync(join(root, 'docs/guides'))
  ? readdirSync(join(root, 'docs/guides')).map((file) => `docs/guides/${file}`)
  : []

/** Words of the architecture: one word per thing, the same in code and in the glossary. */
const houseWords = [
  'concept',
  'claim',
  'requirement',
  'term',
  'unmet',
  'programme',
  'offering',
  'plan',
  'door',
  'fit',
  'rule',
  'endpoint',
]

/** Those of `names` that do not stand as a word of their own in `text`. */
function missingFrom(text: string, names: readonly string[]): string[] {
  return names.filter((name) => !new RegExp(`(?<![\\w-])${name.replaceAll(' ', '\\s+')}(?![\\w])`, 'i').test(text))
}

/** Lines of a shell that a document shows, in order: those in ```sh blocks. */
function shellLines(text: string): string[] {
  const blocks = [...text.matchAll(/```(?:sh|bash|shell)\n([\s\S]*?)```/g)].map((found) => found[1] ?? '')
  return blocks.flatMap((block) => block.split('\n')).filter((line) => line.trim() !== '' && !line.startsWith('#'))
}

test('every configuration variable stands in the guide for hosts, and that guide names no other', () => {
  const guide = read('docs/guides/host-it.md')
  expect(missingFrom(guide, variableNames)).toEqual([])
  const named = [...guide.matchAll(/\bSCHAKEL_[A-Z_]+\b/g)].map(([name]) => name)
  expect(named.filter((name) => !(variableNames as readonly string[]).includes(name))).toEqual([])
})

test('every command stands in the README or a guide', () => {
  const reach = {} as Reach
  const commands = leavesOf(buildProgram(reach, { out() {}, err() {} }), '')
  expect(commands).toContain('schakel import esco')
  expect(commands.length).toBeGreaterThan(8)
  expect(missingFrom([read('README.md'), ...guides.map(read)].join('\n'), commands)).toEqual([])
})

test('the first commands of the README start Schakel and run its tests', () => {
  const lines = shellLines(read('README.md')).map((line) => line.replace(/\s*#.*$/, ''))
  expect(lines.slice(0, 2)).toEqual(['npm start', 'npm test'])
})

test('every npm command that a document shows exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const documents = ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', ...guides]
  const used = documents.flatMap((file) => [...read(file).matchAll(/\bnpm run ([\w:-]+)/g)].map((found) => found[1] ?? ''))
  expect(used.filter((name) => !(name in scripts))).toEqual([])
})

test('every module says what it is for', () => {
  const modules = readdirSync(join(root, 'src/modules'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(modules.length).toBeGreaterThan(5)
  expect(modules.filter(({ name }) => read(`src/modules/${name}/README.md`).length < 100).map(({ name }) => name)).toEqual([])
})

test('the glossary explains the words of the house', () => {
  expect(missingFrom(read('GLOSSARY.md'), houseWords)).toEqual([])
})

test('every decision stands in the index of decisions', () => {
  const folder = join(root, 'docs/decisions')
  const records = existsSync(folder) ? readdirSync(folder).filter((file) => /^\d{4}-.*\.md$/.test(file)) : []
  expect(records.length).toBeGreaterThan(5)
  const index = read('docs/decisions/README.md')
  expect(records.filter((file) => !index.includes(file))).toEqual([])
})

test('links between documents lead somewhere', () => {
  const top = readdirSync(root).filter((file) => file.endsWith('.md'))
  const deeper = existsSync(join(root, 'docs'))
    ? readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'))
    : []
  const documents = [...top, ...deeper.map((file) => join('docs', file))]
  expect(documents.length).toBeGreaterThan(5)
  expect(documents.flatMap((file) => deadLinks(file, read(file)))).toEqual([])
})

function deadLinks(file: string, text: string): string[] {
  const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map((found) => found[1] ?? '')
  const local = links.filter((link) => !/^[a-z]+:/.test(link))
  return local.filter((link) => !existsSync(join(root, file, '..', link))).map((link) => `${file}: ${link}`)
}

describe('these checks bite', () => {
  test('on a word that is missing or only part of another', () => {
    expect(missingFrom('PORTAL and schakel import esco', ['PORT', 'schakel import esco', 'schakel plan'])).toEqual([
      'PORT',
      'schakel plan',
    ])
  })
  test('on a dead link', () => {
    expect(deadLinks('README.md', '[a](package.json) [b](nowhere.md) [c](https://example.nl/x.md)')).toEqual([
      'README.md: nowhere.md',
    ])
  })
  test('on the order of commands', () => {
    expect(shellLines('```sh\n# first\nnpm test\n```\ntext\n```sh\nnpm start\n```')).toEqual(['npm test', 'npm start'])
  })
})

/** Every command that does something, as it is typed. */
function leavesOf(command: Command, before: string): string[] {
  const name = `${before} ${command.name()}`.trim()
  return command.commands.length === 0 ? [name] : command.commands.flatMap((sub) => leavesOf(sub, name))
}
