import type { ActingDatabase } from '../../platform/index.ts'
import type { AdviceNote, AdviceSide } from './advice.ts'

/** Whose notes: those of a person with one organisation. */
export interface NotesOf {
  readonly account: string
  readonly organisation: string
}

/** The oldest first. */
export async function listNotes(inside: ActingDatabase, { account, organisation }: NotesOf): Promise<AdviceNote[]> {
  const rows = await inside.query<{ id: string; side: AdviceSide; text: string; at: Date; corrects: string | null }>(
    'select id, side, text, at, corrects from advice_note where account = $1 and organisation = $2 order by at, id',
    [account, organisation],
  )
  return rows.map(({ at, corrects, ...row }) => ({ ...row, at: at.getTime(), ...(corrects === null ? {} : { corrects }) }))
}

export async function addNote(
  inside: ActingDatabase,
  { account, organisation }: NotesOf,
  { id, side, text, at, corrects }: AdviceNote,
  author: string,
): Promise<void> {
  await inside.query(
    `insert into advice_note (id, account, organisation, side, author, text, corrects, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz)`,
    [id, account, organisation, side, author, text, corrects ?? null, new Date(at).toISOString()],
  )
}
