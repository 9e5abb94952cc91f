import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { Invalid } from '../../../platform/index.ts'
import { postingsInHtml } from './html-postings.ts'
import { postingsInJson } from './json-postings.ts'
import type { JsonObject } from './posting-fields.ts'
import { postingsInText } from './text-postings.ts'

/** A JobPosting of a file, or what stands where one should be and why it cannot be used. */
export interface FoundPosting {
  /** The file, as it is named in the record. */
  readonly source: string
  /** `jobs.json: posting 3`, `jobs.ndjson:17`. */
  readonly place: string
  readonly posting?: JsonObject
  readonly problem?: string
  /** The start of what was refused. */
  readonly record?: string
}

/** Text with the name of the file it would be in: the ending says how to read it. */
export interface PostingText {
  readonly name: string
  readonly text: string
}

const endings = ['.json', '.jsonld', '.ndjson', '.jsonl', '.html', '.htm', '.txt']
const mostBytes = 128 * 2 ** 20
const mostLineCharacters = 2 ** 20

/** Every posting in a file, in all files of a folder, or in a text. A file that cannot be read is one problem among the others. */
export async function* findPostings(from: string | PostingText): AsyncGenerator<FoundPosting> {
  if (typeof from !== 'string') {
    yield* named(from.name, inText(from.name, from.text))
    return
  }
  const info = await stat(from).catch(() => {
    throw new Invalid(from, `There is no file or folder ${from}.`)
  })
  if (!info.isDirectory()) {
    yield* inFile(from, from.replace(/^.*[\\/]/, ''), info.size)
    return
  }
  const files = await filesIn(from)
  if (files.length === 0) throw new Invalid(from, `There is no file in ${from} that can hold vacancies: ${endings.join(', ')}.`)
  for (const name of files) yield* inFile(join(from, name), name, (await stat(join(from, name))).size)
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && endings.includes(extname(entry.name).toLowerCase()))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length)
        .replace(/^[\\/]+/, '')
        .replaceAll('\\', '/'),
    )
    .sort()
}

async function* inFile(path: string, name: string, size: number): AsyncGenerator<FoundPosting> {
  if (isLines(name)) {
    yield* inLines(path, name)
    return
  }
  if (size > mostBytes) {
    const problem = `The file is larger than ${mostBytes / 2 ** 20} MB. Give it one posting a line and the ending .ndjson.`
    yield { source: name, place: name, problem, record: '' }
    return
  }
  yield* named(name, inText(name, withoutMark(await readFile(path, 'utf8'))))
}

function* named(name: string, found: Iterable<Omit<FoundPosting, 'source'>>): Generator<FoundPosting> {
  let any = false
  for (const one of found) {
    any = true
    yield { source: name, ...one }
  }
  if (!any) yield { source: name, place: name, problem: 'There is no JobPosting in this file.', record: '' }
}

function inText(name: string, text: string): Iterable<Omit<FoundPosting, 'source'>> {
  const ending = extname(name).toLowerCase()
  const start = text.trimStart()[0]
  if (isLines(name)) return linesInText(name, text)
  if (ending === '.html' || ending === '.htm' || (ending === '' && start === '<')) return postingsInHtml(name, text)
  if (ending === '.txt') return postingsInText(name, text)
  return postingsInJson(name, text)
}

async function* inLines(path: string, name: string): AsyncGenerator<FoundPosting> {
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })
  let number = 0
  for await (const line of lines) {
    number++
    for (const found of postingInLine(`${name}:${number}`, number === 1 ? withoutMark(line) : line))
      yield { source: name, ...found }
  }
}

function* linesInText(name: string, text: string): Generator<Omit<FoundPosting, 'source'>> {
  for (const [at, line] of text.split('\n').entries()) yield* postingInLine(`${name}:${at + 1}`, line)
}

function* postingInLine(place: string, line: string): Generator<Omit<FoundPosting, 'source'>> {
  if (line.trim() === '') return
  if (line.length > mostLineCharacters) {
    yield { place, problem: 'The line is longer than a million characters.', record: line }
    return
  }
  let any = false
  for (const found of postingsInJson(place, line)) {
    any = true
    // A line is its own place.
    yield { ...found, place }
  }
  if (!any) yield { place, problem: 'This is no JobPosting: its @type says something else, or nothing.', record: line }
}

function isLines(name: string): boolean {
  return /\.(?:ndjson|jsonl)$/i.test(name)
}

/** Without the byte order mark that some programs put before a text. */
function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text
}
