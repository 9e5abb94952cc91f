import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { Invalid } from '../../platform/index.ts'
import { type CodeListSource, codeListSchema, type DataSource, dataSourceSchema } from './source.ts'

/** Where all data comes from, for who wants to check or to credit it. Facts and rules name their own sources besides. */
export interface Sources {
  /** What comes with the program, and what can be imported, in the order of the file. */
  list(): readonly DataSource[]
  /** The lists of codes, by name of file. */
  codeLists(): readonly CodeListSource[]
}

const ownFolder = fileURLToPath(new URL('../../../data/', import.meta.url))

/**
 * @param folder with `sources.json` and the folder `codes`; left out: the one that comes with the program
 * @throws Invalid naming the file and what is wrong in it
 */
export async function createSources(folder: string = ownFolder): Promise<Sources> {
  const sources = await readAs(join(folder, 'sources.json'), z.array(dataSourceSchema))
  const seen = new Set<string>()
  for (const { id } of sources) {
    if (seen.has(id)) throw new Invalid('sources.json', `The id "${id}" stands twice in sources.json. Give each source its own.`)
    seen.add(id)
  }
  const files = (await readdir(join(folder, 'codes'))).filter((file) => file.endsWith('.json')).sort()
  const codeLists = await Promise.all(
    files.map(async (file) => ({
      id: basename(file, '.json'),
      ...(await readAs(join(folder, 'codes', file), codeListSchema)),
    })),
  )
  return { list: () => sources, codeLists: () => codeLists }
}

async function readAs<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const file = basename(path)
  let value: unknown
  try {
    value = JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    throw new Invalid(file, `${file} cannot be read as JSON: ${(error as Error).message}`)
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => ({ where: `${file} ${path.join('.')}`, message }))
  const [first] = problems
  throw new Invalid(file, `${first?.where ?? file}: ${first?.message ?? 'cannot be used'}`, problems)
}
