import type { ActingDatabase } from '../../../platform/index.ts'
import type { PublishedKey } from './issuer-documents.ts'

/** What signs, sealed; only of the key that signs now. */
interface KeptKey extends PublishedKey {
  readonly sealed?: string
}

interface KeyRow extends Record<string, unknown> {
  readonly id: string
  readonly sealed: string | null
  readonly made_at: Date
  readonly signs_until: Date | null
  readonly lost_from: Date | null
}

const time = (milliseconds: number): string => new Date(milliseconds).toISOString()

const toKey = ({ id, sealed, made_at, signs_until, lost_from }: KeyRow): KeptKey => ({
  id,
  madeAt: made_at.getTime(),
  ...(sealed === null ? {} : { sealed }),
  ...(signs_until === null ? {} : { signsUntil: signs_until.getTime() }),
  ...(lost_from === null ? {} : { lostFrom: lost_from.getTime() }),
})

/** Of an organisation, the newest first. */
export async function listKeys(inside: ActingDatabase, organisation: string): Promise<KeptKey[]> {
  const rows = await inside.query<KeyRow>(
    'select id, sealed, made_at, signs_until, lost_from from issuer_key where organisation = $1 order by made_at desc, id',
    [organisation],
  )
  return rows.map(toKey)
}

export async function addKey(
  inside: ActingDatabase,
  organisation: string,
  { id, sealed, madeAt }: { readonly id: string; readonly sealed: string; readonly madeAt: number },
): Promise<void> {
  await inside.query('insert into issuer_key (id, organisation, sealed, made_at) values ($1, $2, $3, $4::timestamptz)', [
    id,
    organisation,
    sealed,
    time(madeAt),
  ])
}

/** It signs no more, and what signs is gone: nobody can do it with this key again. */
export async function retireKey(inside: ActingDatabase, id: string, at: number): Promise<void> {
  await inside.query('update issuer_key set signs_until = $2::timestamptz, sealed = null where id = $1 and signs_until is null', [
    id,
    time(at),
  ])
}

/** Once only: the first moment counts. @returns whether it is marked now */
export async function markLost(inside: ActingDatabase, organisation: string, id: string, from: number): Promise<boolean> {
  const rows = await inside.query(
    'update issuer_key set lost_from = $3::timestamptz where id = $2 and organisation = $1 and lost_from is null returning id',
    [organisation, id, time(from)],
  )
  return rows.length > 0
}

/** What signs of every organisation, as a task sees it. */
export async function listSealedKeys(
  program: ActingDatabase,
): Promise<readonly { readonly id: string; readonly organisation: string; readonly sealed: string }[]> {
  return program.query<{ id: string; organisation: string; sealed: string }>(
    'select id, organisation, sealed from issuer_key where sealed is not null order by id',
  )
}

export async function sealAnew(program: ActingDatabase, id: string, sealed: string): Promise<void> {
  await program.query('update issuer_key set sealed = $2 where id = $1 and sealed is not null', [id, sealed])
}
