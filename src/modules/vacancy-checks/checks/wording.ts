import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { Invalid } from '../../../platform/index.ts'

const phrase = z.string().trim().min(1)
const inBoth = z.strictObject({ nl: phrase, en: phrase })

const entrySchema = z.strictObject({
  /** What is looked for, in small letters: whole words; a last `*` stands for any ending. A hyphen and a space are the same. */
  words: z.array(phrase.toLowerCase()).min(1),
  /** Left out when the words are used in both languages. */
  language: z.enum(['nl', 'en']).exactOptional(),
  /** Other words for exactly these, that fit in the same place; the best first. */
  instead: z.strictObject({ nl: z.array(phrase).exactOptional(), en: z.array(phrase).exactOptional() }).exactOptional(),
  /** What somebody does who is called this, as a whole sentence without its full stop. */
  behaviour: inBoth.exactOptional(),
  /** The jobs that are one here. */
  parts: z.array(inBoth).exactOptional(),
  /** `false`: stands in the research, and is not looked for; `because` says why. */
  marked: z.boolean().exactOptional(),
  because: phrase.exactOptional(),
})

const listSchema = z
  .strictObject({
    list: z.string().regex(/^[a-z0-9-]+$/),
    source: z.strictObject({
      name: phrase,
      url: z.url().exactOptional(),
      sureness: z.enum(['seen', 'unverified', 'own']),
    }),
    date: z.iso.date(),
    licence: phrase,
    entries: z.array(entrySchema).min(1),
  })
  .refine(({ entries }) => entries.every(({ marked, because }) => marked !== false || because !== undefined), {
    message: 'An entry that is not looked for says why.',
  })

/** Words to look for, with what may be said instead. */
export type WordEntry = z.infer<typeof entrySchema>

/** Words of one source, kept apart from those of others. */
export type WordList = z.infer<typeof listSchema>

/** All lists by their name: `data/wording/README.md`. */
export type Wording = ReadonlyMap<string, WordList>

const ownFolder = fileURLToPath(new URL('../../../../data/wording/', import.meta.url))

/**
 * Reads the word lists of the checks, one from each `*.json` of the folder.
 * @throws Invalid with the file that is wrong
 */
export async function readWording(folder: string = ownFolder): Promise<Wording> {
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.json')).sort()
  const lists = await Promise.all(files.map(async (file) => parseList(file, await readFile(join(folder, file), 'utf8'))))
  return new Map(lists.map((list) => [list.list, list]))
}

function parseList(file: string, content: string): WordList {
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch (error) {
    throw new Invalid(file, `${file} is not JSON: ${error instanceof Error ? error.message : String(error)}.`)
  }
  const parsed = listSchema.safeParse(value)
  if (!parsed.success) {
    const [first] = parsed.error.issues
    throw new Invalid(file, `${file}: ${first?.path.join('.') ?? ''}: ${first?.message ?? 'is no list of words'}.`)
  }
  if (`${parsed.data.list}.json` !== file) throw new Invalid(file, `${file} calls itself "${parsed.data.list}".`)
  return parsed.data
}

/** @throws Invalid when the folder holds no such list */
export function listOf(wording: Wording, name: string): WordList {
  const list = wording.get(name)
  if (!list) throw new Invalid(name, `There is no list of words "${name}".`)
  return list
}
