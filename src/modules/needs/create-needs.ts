import { randomBytes } from 'node:crypto'
import {
  type ActingDatabase,
  actAs,
  asTask,
  type Clock,
  Conflict,
  createCipher,
  type Database,
  type DateText,
  type Ids,
  Invalid,
  NotFound,
  todayInAmsterdam,
} from '../../platform/index.ts'
import type { DecisionLog } from '../decision-log/index.ts'
import { type AccountActor, type Action, type Actor, actingAs, permit } from '../permissions/index.ts'
import type { RulesService } from '../rules/index.ts'
import { type NeedGroup, readNeedsList } from './needs-list.ts'
import {
  addRelease,
  changeRelease,
  findSealed,
  isOpenOrganisation,
  listSealed,
  type ReleaseRow,
  releasesBy,
  releasesTo,
  removeEnded,
  removeRelease,
  removeReleasesOf,
  removeSealed,
  saveSealed,
} from './needs-store.ts'
import { createSealedNeeds, ofAccount, ofRelease, type ReadNeeds } from './sealed-needs.ts'

/** What a person released, as that person sees it. */
export interface NeedRelease {
  readonly id: string
  readonly organisation: { readonly id: string; readonly name: string }
  /** For this introduction only; left out: for the organisation as a whole. */
  readonly introduction?: string
  /** The last day. */
  readonly until: DateText
  readonly needs: ReadNeeds
}

export interface ReleaseDays {
  readonly first: DateText
  readonly preset: DateText
  readonly last: DateText
}

export interface NewNeedRelease {
  readonly organisation: string
  readonly introduction?: string | undefined
  readonly until: string
  readonly ids: readonly string[]
}

/** Accommodation needs: what somebody needs to be able to work. Never why, never ranked on, encrypted with a key of their own. */
export interface Needs {
  readonly groups: readonly NeedGroup[]
  /** The needs of the person who asks; none when nothing was chosen. */
  read(actor: Actor): Promise<ReadNeeds>
  /**
   * Keeps exactly these. What is no longer among them also leaves what was released; without any left a release ends.
   * @throws Invalid on an id that is not in the list; Conflict when what is kept cannot be read, so that nothing is lost
   */
  set(actor: Actor, ids: readonly string[]): Promise<void>
  /** What the person who asks released that still counts. */
  releases(actor: Actor): Promise<readonly NeedRelease[]>
  /** From and to which day a release may last, and the day that is proposed. */
  releaseDays(): Promise<ReleaseDays>
  /** Lets an organisation see some of them until a day. @throws Invalid, NotFound, Conflict */
  release(actor: Actor, asked: NewNeedRelease): Promise<void>
  /** Takes a release back, at once. @throws NotFound */
  withdraw(actor: Actor, release: string): Promise<void>
  /**
   * What a member of an organisation may see of the person of an introduction: what was released for it, and to the organisation as a whole. Every
   * time that something is seen stands in the decision log.
   * @param asked.person Account of the person, as the introduction knows it: a release of anybody else never shows
   */
  releasedTo(
    actor: Actor,
    asked: { readonly organisation: string; readonly introduction: string; readonly person: string },
  ): Promise<readonly { readonly until: DateText; readonly needs: ReadNeeds }[]>
  /** An introduction is over: what was released for it is taken back. */
  endIntroduction(inside: ActingDatabase, introduction: string): Promise<void>
  /** Removes releases that ended, and seals anew what an older key sealed. @returns how many of each */
  keepHouse(): Promise<{ readonly ended: number; readonly sealedAnew: number }>
}

export interface NeedsParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly rules: RulesService
  readonly decisionLog: DecisionLog
  /** 32 bytes each as base64; the first encrypts. Left out: one of this process, for tests. */
  readonly keys?: readonly string[] | undefined
}

export async function createNeeds(parts: NeedsParts): Promise<Needs> {
  const { db, clock, ids: newIds, rules, decisionLog } = parts
  const groups = await readNeedsList()
  const known = groups.flatMap(({ needs }) => needs.map(({ id }) => id))
  const sealing = createSealedNeeds(createCipher(parts.keys ?? [randomBytes(32).toString('base64')]), known)
  const today = () => todayInAmsterdam(clock.now())

  /** Work of a person on their own needs. */
  async function own<T>(actor: Actor, action: Action, work: (inside: ActingDatabase, account: string) => Promise<T>): Promise<T> {
    const account = actor.kind === 'account' ? actor.account : ''
    permit(actor, action, { kind: 'account', id: account, person: account })
    return actAs(db, actingAs(actor), (inside) => work(inside, account))
  }

  async function readOwn(inside: ActingDatabase, account: string): Promise<ReadNeeds> {
    const sealed = await findSealed(inside, account)
    return sealed === undefined ? { ids: [] } : sealing.read(sealed, ofAccount(account))
  }

  async function readableOwn(inside: ActingDatabase, account: string): Promise<readonly string[]> {
    const found = await readOwn(inside, account)
    if ('ids' in found) return found.ids
    throw new Conflict(
      'What you need cannot be read now, so nothing was changed. It is kept; who keeps this site has to put its key back.',
    )
  }

  const viewOf = (row: ReleaseRow): NeedRelease => ({
    id: row.id,
    organisation: { id: row.organisation, name: row.organisationName },
    ...(row.introduction === null ? {} : { introduction: row.introduction }),
    until: row.until,
    needs: sealing.read(row.sealed, ofRelease(row)),
  })

  async function narrowReleases(inside: ActingDatabase, account: string, chosen: readonly string[]): Promise<void> {
    for (const row of await releasesBy(inside, account, today())) {
      const shown = sealing.read(row.sealed, ofRelease(row))
      const left = 'ids' in shown ? shown.ids.filter((id) => chosen.includes(id)) : []
      if (left.length === 0) await removeRelease(inside, row.id, account)
      else await changeRelease(inside, row.id, sealing.seal(left, ofRelease(row)))
    }
  }

  async function releaseDays(): Promise<ReleaseDays> {
    const first = today()
    const months = (await rules.find('needs-release-months', first))?.value
    // Without the rule a release lasts a day: it is better to ask again than to show too long.
    const last = typeof months === 'number' ? monthsLater(first, months) : first
    const nextMonth = monthsLater(first, 1)
    return { first, preset: nextMonth < last ? nextMonth : last, last }
  }

  async function checkUntil(until: string): Promise<void> {
    const { first, last } = await releaseDays()
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(until) && !Number.isNaN(Date.parse(until))
    if (!isDay || until < first || until > last) throw new Invalid('until', `Choose a day from ${first} to ${last}.`)
  }

  return {
    groups,
    releaseDays,
    read: (actor) => own(actor, 'need.read', readOwn),
    set: (actor, asked) =>
      own(actor, 'need.change', async (inside, account) => {
        const chosen = parseIds(asked, known)
        await readableOwn(inside, account)
        if (chosen.length === 0) await removeSealed(inside, account)
        else await saveSealed(inside, account, sealing.seal(chosen, ofAccount(account)), clock.now())
        await narrowReleases(inside, account, chosen)
      }),
    releases: (actor) =>
      own(actor, 'need.read', async (inside, account) => (await releasesBy(inside, account, today())).map(viewOf)),
    async release(actor, { organisation, introduction = null, until, ids }) {
      await checkUntil(until)
      await own(actor, 'need.change', async (inside, account) => {
        const mine = await readableOwn(inside, account)
        const chosen = parseIds(ids, mine)
        if (chosen.length === 0) throw new Invalid('ids', 'Choose at least one thing that you need.')
        if (!(await isOpenOrganisation(inside, organisation))) throw new NotFound('organisation', organisation)
        for (const row of await releasesBy(inside, account, today())) {
          // The newer takes the place of the older: what somebody sees is what was chosen last.
          if (row.organisation === organisation && row.introduction === introduction) await removeRelease(inside, row.id, account)
        }
        const row = { id: newIds.next(), account, organisation, introduction, until }
        await addRelease(inside, { ...row, sealed: sealing.seal(chosen, ofRelease(row)) }, clock.now())
      })
    },
    withdraw: (actor, release) =>
      own(actor, 'need.change', async (inside, account) => {
        if (!(await removeRelease(inside, release, account))) throw new NotFound('release', release)
      }),
    async releasedTo(actor, { organisation, introduction, person }) {
      permit(actor, 'need.readReleased', { kind: 'introduction', id: introduction, organisation })
      return actAs(db, actingAs(actor), async (inside) => {
        const rows = await releasesTo(inside, { organisation, introduction, person, today: today() })
        if (rows.length > 0) await decisionLog.record(inside, readEntry(actor as AccountActor, organisation, introduction, rows))
        return rows.map(viewOf).map(({ until, needs }) => ({ until, needs }))
      })
    },
    endIntroduction: (inside, introduction) => asTask(inside, 'needs', (all) => removeReleasesOf(all, introduction)),
    keepHouse: () =>
      actAs(db, { task: 'needs' }, async (all) => {
        const ended = await removeEnded(all, today())
        let sealedAnew = 0
        for (const { account, release, sealed } of await listSealed(all)) {
          if (sealing.isCurrent(sealed)) continue
          const belongsTo = release === null ? ofAccount(account) : ofRelease({ id: release, account })
          const found = sealing.read(sealed, belongsTo)
          if ('problem' in found) continue
          const anew = sealing.seal(found.ids, belongsTo)
          if (release === null) await saveSealed(all, account, anew, clock.now())
          else await changeRelease(all, release, anew)
          sealedAnew++
        }
        return { ended, sealedAnew }
      }),
  }
}

/** Which needs were read stays out of the log: it would be a second place that holds them, and not under their key. */
function readEntry(actor: AccountActor, organisation: string, introduction: string, rows: readonly ReleaseRow[]) {
  const role = actor.memberships.find((membership) => membership.organisation === organisation)?.roles[0]
  return {
    what: 'needs-read' as const,
    by: { organisation, account: actor.account, role },
    about: rows.map(({ account }) => account),
    inputHash: '',
    versions: { engine: '', taxonomy: '', transfer: '' },
    payload: null,
    why: { introduction },
  }
}

/** Each once, in the order of the list. @throws Invalid */
function parseIds(ids: readonly string[], from: readonly string[]): string[] {
  if (ids.some((id) => !from.includes(id))) throw new Invalid('ids', 'Choose from the list only.')
  return from.filter((id) => ids.includes(id))
}

function monthsLater(date: DateText, months: number): DateText {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCMonth(day.getUTCMonth() + months)
  return day.toISOString().slice(0, 10)
}
