import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Clock, type Database, type Ids, Invalid } from '../../platform/index.ts'
import { createDraftStore } from './draft-store.ts'
import { mostCharacters } from './vacancy-text.ts'

export const draftLimits = { placeCharacters: 80, employerCharacters: 200, reasonCharacters: 500, reasons: 200 } as const

const draftSchema = z.strictObject({
  text: z.string().max(mostCharacters),
  /** The text before the last change. */
  before: z.string().max(mostCharacters).exactOptional(),
  place: z.string().max(draftLimits.placeCharacters).exactOptional(),
  employer: z.string().max(draftLimits.employerCharacters).exactOptional(),
  allowed: z
    .record(z.string().max(400), z.string().min(1).max(draftLimits.reasonCharacters))
    .refine((reasons) => Object.keys(reasons).length <= draftLimits.reasons, 'There are too many reasons.')
    .exactOptional(),
})

/** A vacancy that somebody is writing: the text with its first line as title, what stands beside it, and why something stays. */
export type VacancyDraft = Readonly<z.infer<typeof draftSchema>>

/** Vacancies that are being written, without an account: behind a random token that only the cookie has. */
export interface VacancyDrafts {
  /** Keeps a new draft and gives its token. @throws Invalid */
  create(draft: VacancyDraft): Promise<string>
  /** The draft behind a token; using it pushes its end 30 days ahead. */
  find(token: string): Promise<VacancyDraft | undefined>
  /** @throws Invalid */
  save(token: string, draft: VacancyDraft): Promise<void>
  remove(token: string): Promise<void>
  /** Removes drafts that nobody used for 30 days; how many. */
  removeExpired(): Promise<number>
}

const dayMs = 86_400_000
const keptDays = 30

export function createDrafts({
  db,
  clock,
  ids,
}: {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
}): VacancyDrafts {
  const store = createDraftStore(db)
  const times = (): { now: number; expiresAt: number } => ({
    now: clock.now(),
    expiresAt: clock.now() + keptDays * dayMs,
  })
  return {
    async create(draft) {
      const token = ids.token()
      await store.save(hashOf(token), parseDraft(draft), times())
      return token
    },
    async find(token) {
      const found = await store.find(hashOf(token), clock.now())
      // Once a day is enough to keep a draft that is used; every page would be a write.
      if (found && clock.now() - found.usedAt > dayMs) await store.touch(hashOf(token), times())
      return found?.draft
    },
    save: (token, draft) => store.save(hashOf(token), parseDraft(draft), times()),
    remove: (token) => store.remove(hashOf(token)),
    removeExpired: () => store.removeExpired(clock.now()),
  }
}

function parseDraft(draft: VacancyDraft): VacancyDraft {
  const parsed = draftSchema.safeParse(draft)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => ({ where: path.join('.') || 'draft', message }))
  throw new Invalid('draft', 'This draft cannot be kept. Change the fields named.', problems)
}

/** The token itself is never kept: whoever reads the database cannot open a draft. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
