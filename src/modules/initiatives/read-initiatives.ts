import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { Invalid } from '../../platform/index.ts'
import { type Initiative, type InitiativeSource, initiativeSchema, sourceSchema } from './initiative.ts'

export interface ReadInitiatives {
  readonly initiatives: readonly Initiative[]
  readonly sources: ReadonlyMap<string, InitiativeSource>
}

interface Problem {
  readonly where: string
  readonly message: string
}

interface Placed<T> {
  readonly where: string
  readonly record: T
}

const sourcesFile = 'sources.json'

/**
 * Reads the catalogue: `sources.json` and every other `*.json` of the folder, each a list of records.
 * @throws Invalid that names every file and record that is wrong
 */
export async function readInitiatives(folder: string, isRegion: (code: string) => boolean): Promise<ReadInitiatives> {
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.json')).sort()
  if (!files.includes(sourcesFile)) throw new Invalid(folder, `There is no ${sourcesFile} in ${folder}.`)
  const problems: Problem[] = []
  const sources = await readList(folder, sourcesFile, sourceSchema, problems)
  const lists = await Promise.all(
    files.filter((file) => file !== sourcesFile).map((file) => readList(folder, file, initiativeSchema, problems)),
  )
  const placed = lists.flat()
  refuseTwins(sources, problems)
  refuseTwins(placed, problems)
  const known = new Map(sources.map(({ record }) => [record.id, record]))
  for (const one of placed) checkReferences(one, known, isRegion, problems)
  const [first] = problems
  if (first) {
    const more = problems.length > 1 ? ` And ${problems.length - 1} more.` : ''
    throw new Invalid(
      first.where,
      `The catalogue of initiatives cannot be used. ${first.where}: ${first.message}.${more}`,
      problems,
    )
  }
  return { initiatives: placed.map(({ record }) => record), sources: known }
}

async function readList<T extends { id: string }>(
  folder: string,
  file: string,
  schema: z.ZodType<T>,
  problems: Problem[],
): Promise<Placed<T>[]> {
  const values = parseList(file, await readFile(join(folder, file), 'utf8'))
  return values.flatMap((value, index) => {
    const where = `${file}: record ${index + 1}${idOf(value)}`
    const parsed = schema.safeParse(value)
    if (parsed.success) return [{ where, record: parsed.data }]
    for (const { path, message } of parsed.error.issues) {
      problems.push({ where, message: path.length === 0 ? message : `${path.join('.')}: ${message}` })
    }
    return []
  })
}

function parseList(file: string, content: string): unknown[] {
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch (error) {
    throw new Invalid(file, `${file} is not JSON: ${error instanceof Error ? error.message : String(error)}.`)
  }
  if (!Array.isArray(value)) throw new Invalid(file, `${file} must hold a list of records: [ { "id": … }, … ].`)
  return value
}

function idOf(value: unknown): string {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined
  return typeof id === 'string' ? ` ("${id}")` : ''
}

function refuseTwins(all: readonly Placed<{ readonly id: string }>[], problems: Problem[]): void {
  const first = new Map<string, string>()
  for (const { where, record } of all) {
    const other = first.get(record.id)
    if (other === undefined) first.set(record.id, where)
    else problems.push({ where, message: `the id "${record.id}" is taken by ${other}` })
  }
}

/** Sources, regions and tracks that a record names must exist; an initiative is seen in the regions where its training is given. */
function checkReferences(
  { where, record }: Placed<Initiative>,
  sources: ReadonlyMap<string, InitiativeSource>,
  isRegion: (code: string) => boolean,
  problems: Problem[],
): void {
  const complain = (message: string): void => {
    problems.push({ where, message })
  }
  for (const id of new Set(sourcesOf(record))) if (!sources.has(id)) complain(`the source "${id}" is not in ${sourcesFile}`)
  for (const id of record.links)
    if (sources.get(id)?.url === undefined) complain(`the link "${id}" has no address in ${sourcesFile}`)
  const regions = Array.isArray(record.regions.value) ? record.regions.value : []
  const places = record.training?.places.map(({ region }) => region) ?? []
  for (const code of [...regions, ...places]) if (!isRegion(code)) complain(`there is no region "${code}"`)
  for (const code of places) if (!regions.includes(code)) complain(`a place lies in "${code}", which is not among its regions`)
  const tracks = record.training?.tracks.map(({ id }) => id) ?? []
  if (new Set(tracks).size < tracks.length) complain('two tracks have the same id')
  for (const { track } of record.figures)
    if (track !== undefined && !tracks.includes(track)) complain(`there is no track "${track}"`)
}

/** Every source that a record names, fact by fact. */
export function sourcesOf(record: Initiative): string[] {
  const { what, forWhom, entry, phases, whoPays, regions, training, figures, links } = record
  const parts = [training?.award, training?.jobGuarantee, training?.accessibility, training?.preference]
  const facts = [what, forWhom, entry, phases, whoPays, regions, ...parts.flatMap((one) => one ?? []), ...figures]
  return [...facts.flatMap(({ source, also = [] }) => [source, ...also]), ...links]
}
