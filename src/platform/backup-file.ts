/**
 * The file of a backup: gzip'd lines of JSON. A header, one line `["table",{row}]` per row with tables in the order in which
 * they can be filled, and a trailer with counts and the SHA-256 of all lines before it. The same for both databases.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { Invalid } from './errors.ts'

const headerSchema = z.object({
  format: z.literal('schakel-backup'),
  formatVersion: z.number().int(),
  madeAt: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(z.string()),
})
const rowSchema = z.tuple([z.string(), z.record(z.string(), z.unknown())])
const trailerSchema = z.object({ rows: z.record(z.string(), z.number().int()), sha256: z.string() })

export type BackupHeader = z.infer<typeof headerSchema>
export type BackupTrailer = z.infer<typeof trailerSchema>

export const formatVersion = 1

/** Longest line that is read: a row is far shorter, and a file that is not ours must not fill the memory. */
const mostLineCharacters = 64_000_000

/** A row is given as the JSON text of the file: what the database wrote, it reads back, without JavaScript's numbers between. */
export type BackupPart =
  | { readonly part: 'header'; readonly header: BackupHeader }
  | { readonly part: 'row'; readonly table: string; readonly json: string }

/**
 * Reads a backup from begin to end.
 * @throws Invalid with file and line when it is not a backup, is newer, was cut off or was changed. Only after the last part
 * is it sure that the file is whole.
 */
export async function* readBackup(file: string): AsyncGenerator<BackupPart> {
  const hash = createHash('sha256')
  const counts = new Map<string, number>()
  let tables: readonly string[] | undefined
  let trailer: BackupTrailer | undefined
  let number = 0
  for await (const line of readLines(file)) {
    const where = `${file}:${++number}`
    if (trailer) throw damaged(where, 'there is more after its end')
    const value = parseJson(line, where)
    if (!tables) {
      const header = parseHeader(value, where)
      tables = header.tables
      yield { part: 'header', header }
    } else if (Array.isArray(value)) {
      const [table] = parseWith(rowSchema, value, where)
      if (!tables.includes(table)) throw damaged(where, `its header knows no table "${table}"`)
      counts.set(table, (counts.get(table) ?? 0) + 1)
      yield { part: 'row', table, json: line.slice(line.indexOf(',') + 1, -1) }
    } else {
      trailer = parseWith(trailerSchema, value, where)
      checkTrailer(trailer, counts, hash.digest('hex'), where)
      continue
    }
    hash.update(line).update('\n')
  }
  if (!trailer) throw damaged(`${file}:${number}`, 'its end is missing')
}

function parseHeader(value: unknown, where: string): BackupHeader {
  const parsed = headerSchema.safeParse(value)
  if (!parsed.success) throw new Invalid(where, `${where}: this is not a backup made by Schakel.`)
  if (parsed.data.formatVersion > formatVersion) {
    throw new Invalid(where, `${where}: this backup was made by a newer version of Schakel. Restore it with that version.`)
  }
  return parsed.data
}

function checkTrailer(trailer: BackupTrailer, counts: ReadonlyMap<string, number>, sha256: string, where: string): void {
  for (const [table, rows] of Object.entries(trailer.rows)) {
    const found = counts.get(table) ?? 0
    if (found !== rows) throw damaged(where, `table "${table}" has ${found} rows where there were ${rows}`)
  }
  if (trailer.sha256 !== sha256) throw damaged(where, 'its checksum differs')
}

function parseJson(line: string, where: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw damaged(where, 'this line cannot be read')
  }
}

function parseWith<T extends z.ZodType>(schema: T, value: unknown, where: string): z.output<T> {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw damaged(where, 'this line is not what a backup holds')
  return parsed.data
}

const damaged = (where: string, what: string): Invalid =>
  new Invalid(where, `${where}: the backup is damaged: ${what}. Nothing was changed; take another backup.`)

async function* readLines(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const text = createGunzip()
  source.on('error', (error) => text.destroy(error)).pipe(text)
  text.setEncoding('utf8')
  let rest = ''
  try {
    for await (const chunk of text) {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      if (rest.length > mostLineCharacters) throw damaged(file, 'a line has no end')
      yield* lines
    }
  } catch (error) {
    throw readingFailed(file, error)
  } finally {
    source.destroy()
    text.destroy()
  }
  if (rest !== '') throw damaged(file, 'its last line was cut off')
}

function readingFailed(file: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (code === 'ENOENT') return new Invalid(file, `${file} does not exist.`)
  if (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR') return damaged(file, 'it is not whole gzip data')
  return error
}
