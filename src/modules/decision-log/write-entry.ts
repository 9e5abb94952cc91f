import { randomBytes } from 'node:crypto'
import { type ActingDatabase, type Clock, type Ids, Invalid } from '../../platform/index.ts'
import { type ChainedEntry, leafOf, type Part } from './chain.ts'
import { addEntry, type SeenRow } from './decision-log-store.ts'
import { type DataKind, type DecisionEntry, type DecisionKind, presetKinds, type Seen, type Why } from './entry.ts'

interface Outside {
  readonly clock: Clock
  readonly ids: Ids
}

/** What an entry says to one person, as it stands in the part about them. */
interface AboutBody {
  readonly kinds: readonly DataKind[]
  readonly why: Why
  readonly role: NonNullable<Seen['role']> | null
  /** What was shown of this person. */
  readonly shown: unknown
}

/** @throws Invalid when something is shown of somebody whom the entry is not about */
export async function writeEntry(all: ActingDatabase, entry: DecisionEntry, outside: Outside): Promise<void> {
  const { what, by, versions } = entry
  const parts = partsFor(entry)
  await addEntry(
    all,
    chained(outside, { what, organisation: by.organisation ?? null, ...versions, leaves: parts.map(leafOf) }),
    parts,
  )
}

/** That parts were removed stands in the log itself: parts that go without it are found. */
export async function writeRemoval(all: ActingDatabase, removed: number, outside: Outside): Promise<void> {
  const none = { organisation: null, engine: '', taxonomy: '', transfer: '', leaves: [] }
  if (removed > 0) await addEntry(all, chained(outside, { what: 'parts-removed', ...none, removed }), [])
}

const chained = (
  { clock, ids }: Outside,
  entry: Omit<ChainedEntry, 'id' | 'at' | 'removed'> & { readonly removed?: number },
): ChainedEntry => ({ id: ids.next(), at: clock.now(), removed: 0, ...entry })

function partsFor({ what, by, about, inputHash, payload, shown = {}, kinds, why = {} }: DecisionEntry): Part[] {
  const concerned = [...new Set(about)]
  if (Object.keys(shown).some((account) => !concerned.includes(account))) {
    throw new Invalid('shown', 'Something is shown of somebody whom the entry is not about: put them in "about".')
  }
  const told = { kinds: kinds ?? presetKinds[what], why, role: by.role ?? (by.key === undefined ? null : ('program' as const)) }
  const bodyFor = (account: string): AboutBody => ({ ...told, shown: shown[account] ?? null })
  const parts: Omit<Part, 'position' | 'salt'>[] = [
    { kind: 'payload', account: null, body: JSON.stringify({ inputHash, payload }) },
    { kind: 'by', account: by.account ?? null, body: JSON.stringify({ key: by.key ?? null, role: by.role ?? null }) },
    ...concerned.map((account) => ({ kind: 'about' as const, account, body: JSON.stringify(bodyFor(account)) })),
  ]
  return parts.map((part, position) => ({ ...part, position, salt: randomBytes(32).toString('base64url') }))
}

export function parseSeen({ entry, at, what, organisation, organisationName, body }: SeenRow): Seen {
  const { kinds, why, role } = JSON.parse(body) as AboutBody
  return {
    entry,
    at,
    what: what as DecisionKind,
    ...(organisation === null
      ? {}
      : { organisation: { id: organisation, ...(organisationName === null ? {} : { name: organisationName }) } }),
    ...(role === null ? {} : { role }),
    kinds,
    why,
  }
}
