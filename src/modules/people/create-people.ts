import { createHash } from 'node:crypto'
import { type Clock, type Database, type DateText, type Ids, Invalid, type Log, todayInAmsterdam } from '../../platform/index.ts'
import type { TextReader } from '../reading/index.ts'
import type { Catalogue } from '../skills/index.ts'
import type { ProfileProposal } from './cv/proposal.ts'
import { readCvText } from './cv/read-cv-text.ts'
import { readResume } from './cv/read-resume.ts'
import { readTogether } from './cv/read-together.ts'
import { type JudgedReading, verdictsOf } from './cv/reading-verdicts.ts'
import { createVerdictStore } from './cv/verdict-store.ts'
import { type OpenedCv, openCv } from './documents/open-cv.ts'
import { createPeopleStore, type PoolRow } from './people-store.ts'
import { changedMeanwhile, type Profile, profileSchema } from './profile.ts'

/** People: drafts without an account, and the pool of those who agreed to be counted. A draft never is in the pool. */
export interface People {
  /** Keeps a new draft and gives its token. @throws Invalid */
  createDraft(profile: unknown): Promise<string>
  /** The draft behind a token; using it pushes its end 30 days ahead. */
  findDraft(token: string): Promise<Profile | undefined>
  /**
   * `before`: what the change was made from; left out: whatever stands there is replaced.
   * @throws Invalid, naming each field that cannot be kept; Conflict when the draft is not `before` any more: it was changed in another window
   */
  saveDraft(token: string, profile: unknown, before?: Profile): Promise<Profile>
  removeDraft(token: string): Promise<void>
  /** Removes drafts that nobody used for 30 days; how many. */
  removeExpiredDrafts(): Promise<number>
  listPool(): Promise<readonly PoolRow[]>
  /** The whole pool, some people at a time: what an index is built from. Whoever joins or leaves meanwhile may be in it or not. */
  streamPool(): AsyncIterable<readonly PoolRow[]>
  poolSize(): Promise<number>
  /** Those of these ids that are in the pool, in any order: what an index reads when the outbox names them. */
  poolOf(ids: readonly string[]): Promise<readonly PoolRow[]>
  /**
   * These people join the pool, or what stands of them there is replaced, in one transaction: the given one, or its own. Only of people who
   * agreed to be counted.
   * @throws Invalid when a profile cannot be kept; then nobody joins.
   */
  putInPool(people: readonly PoolRow[], inside?: Database): Promise<void>
  /** These people leave the pool, and nothing of them stays there; how many were in it. */
  leavePool(ids: readonly string[], inside?: Database): Promise<number>
  /** People of the demo world leave the pool. */
  removeDemo(inside?: Database): Promise<void>
  /**
   * What a JSON Resume (v1) says of somebody, to be confirmed: nothing is kept.
   * @throws Invalid, naming each place whose shape is wrong, or when it is too large.
   */
  readResume(json: unknown, catalogue: Catalogue): ProfileProposal
  /**
   * The same from the pasted text of a CV, in Dutch or English.
   * @throws Invalid when it is longer than 200 kB.
   */
  readCvText(text: string, catalogue: Catalogue): ProfileProposal
  /**
   * What stands in a CV file (PDF, Word, Europass, JSON Resume, text) or in pasted text, without personal data. Nothing is kept.
   * @throws UnreadableCv with the reason, or Invalid naming each place of a resume whose shape is wrong, or that the text is too long.
   */
  openCv(cv: Uint8Array | { readonly path: string } | { readonly text: string }, catalogue: Catalogue): Promise<OpenedCv>
  /** What an opened CV says of somebody, to be confirmed: its texts by what they mean, where that can be done. @throws Invalid */
  readOpenedCv(cv: OpenedCv, catalogue: Catalogue): Promise<ProfileProposal>
  /** Counts which readings of a proposal were chosen and which were not: never of whom, and no text but the words that were read. */
  countVerdicts(proposal: ProfileProposal, chosen: Iterable<string>): Promise<void>
  /** Readings that people said are not right, the most often rejected first. */
  listRejectedReadings(limit: number): Promise<readonly JudgedReading[]>
}

export interface PeopleParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  /** Left out: texts of CVs are read by labels only. */
  readonly texts?: Pick<TextReader, 'read'> | undefined
}

const dayMs = 86_400_000
const keptDays = 30
/** People read at once: about ten milliseconds on the embedded database, which reads in the thread that asks. */
const poolPage = 200

export function createPeople({ db, clock, ids, texts }: PeopleParts): People {
  const store = createPeopleStore(db)
  const verdicts = createVerdictStore(db)
  const today = (): DateText => todayInAmsterdam(clock.now())
  const times = (): { now: number; expiresAt: number } => ({ now: clock.now(), expiresAt: clock.now() + keptDays * dayMs })
  return {
    async createDraft(profile) {
      const token = ids.token()
      await store.saveDraft(hashOf(token), parseProfile(profile), times())
      return token
    },
    async findDraft(token) {
      const found = await store.findDraft(hashOf(token), clock.now())
      // Once a day is enough to keep a draft that is used; every page would be a write.
      if (found && clock.now() - found.usedAt > dayMs) await store.touchDraft(hashOf(token), times())
      return found?.profile
    },
    async saveDraft(token, profile, before) {
      const parsed = parseProfile(profile)
      if (before === undefined) await store.saveDraft(hashOf(token), parsed, times())
      else if (!(await store.changeDraft(hashOf(token), parsed, before, times()))) throw changedMeanwhile()
      return parsed
    },
    removeDraft: (token) => store.removeDraft(hashOf(token)),
    removeExpiredDrafts: () => store.removeExpiredDrafts(clock.now()),
    listPool: () => store.listPool(),
    async *streamPool() {
      for (let rows = await store.poolAfter('', poolPage); ; rows = await store.poolAfter(rows.at(-1)?.id ?? '', poolPage)) {
        if (rows.length > 0) yield rows
        if (rows.length < poolPage) return
      }
    },
    poolSize: () => store.poolSize(),
    poolOf: (ids) => store.poolOf(ids),
    async putInPool(people, inside) {
      const parsed = people.map((person) => ({ ...person, profile: parseProfile(person.profile) }))
      await (inside ? store.savePool(inside, parsed) : db.transaction((own) => store.savePool(own, parsed)))
    },
    leavePool: (ids, inside) => store.removeFromPool(inside ?? db, ids),
    removeDemo: (inside) => store.removeDemo(inside ?? db),
    readResume: (json, catalogue) => readResume(json, catalogue, today()),
    readCvText: (text, catalogue) => readCvText(text, catalogue, today()),
    openCv,
    readOpenedCv: async (cv, catalogue) =>
      readTogether(
        (mentionsOf) =>
          cv.kind === 'text'
            ? readCvText(cv.text, catalogue, today(), mentionsOf)
            : readResume(cv.resume, catalogue, today(), mentionsOf),
        catalogue,
        texts,
      ),
    countVerdicts: (proposal, chosen) => verdicts.add(verdictsOf(proposal, chosen), today()),
    listRejectedReadings: (limit) => verdicts.listRejected(limit),
  }
}

/** @throws Invalid, naming each field that cannot be used. */
export function parseProfile(profile: unknown): Profile {
  const parsed = profileSchema.safeParse(profile)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => ({ where: issue.path.join('.') || 'profile', message: issue.message }))
  throw new Invalid('profile', 'This profile cannot be used. Change the fields named.', problems)
}

/** The token itself is never kept: whoever reads the database cannot open a draft. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
