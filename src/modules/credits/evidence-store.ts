import type { ActingDatabase, DateText } from '../../platform/index.ts'
import type { EvidenceFile, FileType } from './activity.ts'

/** A backup reads a thousand rows at once: so large are the pieces of a file. */
const pieceBytes = 32_768

/** Bytes of all files of a placement that are kept. */
export async function keptBytes(inside: ActingDatabase, book: string): Promise<number> {
  const [row] = await inside.query<{ bytes: number }>(
    'select coalesce(sum(bytes), 0)::bigint as bytes from evidence where book = $1 and emptied_at is null',
    [book],
  )
  return Number(row?.bytes ?? 0)
}

export async function insertFile(
  inside: ActingDatabase,
  of: { readonly activity: string; readonly book: string },
  file: Omit<EvidenceFile, 'isEmptied'>,
  contents: Uint8Array,
  now: number,
): Promise<void> {
  await inside.query(
    `insert into evidence (id, activity, book, name, type, bytes, sha256, added_at) values ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz)`,
    [file.id, of.activity, of.book, file.name, file.type, file.bytes, file.sha256, new Date(now).toISOString()],
  )
  const buffer = Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength)
  const perInsert = 32
  for (let from = 0; from < buffer.length; from += pieceBytes * perInsert) {
    const pieces: string[] = []
    for (let at = from; at < Math.min(buffer.length, from + pieceBytes * perInsert); at += pieceBytes)
      pieces.push(buffer.subarray(at, at + pieceBytes).toString('base64'))
    await inside.query(
      `insert into evidence_piece (evidence, number, book, content)
       select $1, $2 + p.at, $3, decode(p.piece, 'base64') from unnest($4::text[]) with ordinality as p (piece, at)`,
      [file.id, from / pieceBytes, of.book, pieces],
    )
  }
}

export interface FoundFile extends EvidenceFile {
  readonly activity: string
  readonly book: string
}

export async function findFile(inside: ActingDatabase, id: string): Promise<FoundFile | undefined> {
  const [row] = await inside.query<{
    id: string
    name: string
    type: FileType
    bytes: number
    sha256: string
    is_emptied: boolean
    activity: string
    book: string
  }>('select id, name, type, bytes, sha256, emptied_at is not null as is_emptied, activity, book from evidence where id = $1', [
    id,
  ])
  if (!row) return undefined
  const { is_emptied: isEmptied, ...rest } = row
  return { ...rest, isEmptied }
}

export async function readContents(inside: ActingDatabase, id: string): Promise<Uint8Array> {
  const rows = await inside.query<{ piece: string }>(
    `select encode(content, 'base64') as piece from evidence_piece where evidence = $1 order by number`,
    [id],
  )
  return Buffer.concat(rows.map(({ piece }) => Buffer.from(piece, 'base64')))
}

export async function removeFile(inside: ActingDatabase, id: string): Promise<void> {
  await inside.query('delete from evidence where id = $1', [id])
}

/** Contents of files whose placement ended before a day go; their hashes stay. How many files. */
export async function emptyFiles(program: ActingDatabase, endedBefore: DateText, now: number): Promise<number> {
  const rows = await program.query<{ id: string }>(
    `update evidence set emptied_at = $2::timestamptz from credit_book b
      where b.placement = evidence.book and b.ends_on < $1::date and evidence.emptied_at is null returning evidence.id`,
    [endedBefore, new Date(now).toISOString()],
  )
  await program.query('delete from evidence_piece where evidence = any($1::text[])', [rows.map(({ id }) => id)])
  return rows.length
}
