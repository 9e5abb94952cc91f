import { createHash, createHmac } from 'node:crypto'
import { type ActingDatabase, actAs, asTask, NotFound } from '../../platform/index.ts'
import type { DecisionEntry } from '../decision-log/index.ts'
import type { PersonFinding, RankedPerson } from '../engines/index.ts'
import type { Resident } from '../matching/index.ts'
import { toEnginePerson } from '../people/index.ts'
import { type Actor, actingAs, permit } from '../permissions/index.ts'
import { type Naming, recordsOf } from '../planning/index.ts'
import type { Language } from '../skills/index.ts'
import type { MatchProfilesParts } from './create-match-profiles.ts'
import type { CoarseningRules, MatchProfile, PeopleShown, PersonShown } from './match-profile.ts'
import type { FoundRow, MatchProfileStore } from './match-profile-store.ts'
import { type ShowingPeople, showPerson } from './show-person.ts'

/** Writes down what was shown (`modules/decision-log`), in the transaction in which it is shown. */
export type RecordShown = (inside: ActingDatabase, entry: DecisionEntry) => Promise<unknown>

export interface AskedPeople {
  readonly actor: Actor
  readonly vacancy: string
  readonly language: Language
  /** On whose desk the vacancy must be. Left out: on any of which the actor may see people. */
  readonly organisation?: string | undefined
  readonly signal?: AbortSignal | undefined
}

interface Parts extends MatchProfilesParts {
  readonly store: MatchProfileStore
  readonly rulesOf: (inside: ActingDatabase) => Promise<CoarseningRules>
  /** Gives those who came since their place among others. */
  readonly settle: () => Promise<unknown>
  /** @throws Busy when this organisation asked too often */
  readonly countAsk: (organisation: string) => void
}

/** People on one list: enough to choose from, too few to copy everybody. */
const mostShown = 50
/** More than are shown, so that who has the same fit has the same chance to be. */
const mostRanked = 400
/** Those near who are looked at in one question, and in all. */
const nearAtOnce = 100

/** The list of one vacancy. The permission is asked before anything else is. */
export async function peopleForVacancy(parts: Parts, asked: AskedPeople): Promise<PeopleShown> {
  const { actor, vacancy } = asked
  const organisation = await parts.organisationOf(vacancy)
  permit(actor, 'vacancy.people', { kind: 'vacancy', id: vacancy, organisation })
  if (asked.organisation !== undefined && asked.organisation !== organisation) throw new NotFound('vacancy', vacancy)
  parts.countAsk(organisation ?? '')
  await parts.mayList({ organisation: organisation ?? '', vacancy })
  await parts.settle()
  const list = await listOf(parts, asked)
  const { naming, title } = await namingOf(parts, list.resident, asked, list.oneTraining)
  const on = list.resident.today
  return actAs(parts.db, actingAs(actor), async (inside) => {
    // Read as the actor: who took their profile back since the engine was asked is not there any more.
    const handles = [...list.now, ...list.oneTraining].map(({ person }) => person)
    const profiles = new Map((await parts.store.find(inside, handles)).map((profile) => [profile.handle, profile]))
    const showing: ShowingPeople = {
      naming,
      vacancy,
      rare: await rareOf(parts, inside, naming.catalogue, [...list.now, ...list.oneTraining]),
      kmPerHour: list.resident.settings.kmPerHour.transit,
    }
    const show = (some: readonly PersonFinding[]): PersonShown[] => some.flatMap((one) => shownOf(profiles, one, showing) ?? [])
    const shown: PeopleShown = {
      vacancy: { id: vacancy, title },
      on,
      basis: {
        taxonomy: list.resident.catalogue.version,
        transferModel: list.resident.transferModel,
        data: list.resident.dataVersion,
        demo: list.isDemo,
      },
      now: show(list.now),
      oneTraining: show(list.oneTraining),
      more: list.more,
    }
    await record(parts, inside, { ...asked, organisation }, shown)
    return shown
  })
}

interface PeopleList {
  readonly resident: Resident
  readonly isDemo: boolean
  readonly now: readonly PersonFinding[]
  readonly oneTraining: readonly PersonFinding[]
  readonly more: PeopleShown['more']
}

async function listOf(parts: Parts, { vacancy, signal }: AskedPeople): Promise<PeopleList> {
  const limits = { now: mostRanked, near: mostRanked }
  const { finding, resident } = await parts.engines.ask({ kind: 'peopleFor', vacancy, limits }, { signal })
  if (!finding) throw new NotFound('published vacancy', vacancy)
  const shuffle = (some: readonly RankedPerson[]): string[] =>
    inOrder(some, (handle) => lot(parts.secret, `${vacancy} ${resident.today} ${handle}`))
  const [now, near] = [shuffle(finding.now), shuffle(finding.near)]
  const shown: PersonFinding[] = []
  const oneTraining: PersonFinding[] = []
  const nowWanted = now.slice(0, mostShown)
  let looked = 0
  // Of those near it takes a plan of each to know; mostly the first hundred are enough.
  do {
    const some = near.slice(looked, looked + nearAtOnce)
    looked += some.length
    const isFirst = shown.length === 0 && looked === some.length
    const answer = await parts.engines.ask(
      {
        kind: 'peopleShown',
        vacancy,
        now: isFirst ? await personsOf(parts, nowWanted) : [],
        near: await personsOf(parts, some),
        most: mostShown + 1 - oneTraining.length,
      },
      { signal },
    )
    shown.push(...(answer.finding?.now ?? []))
    oneTraining.push(...(answer.finding?.oneTraining ?? []))
  } while (oneTraining.length <= mostShown && looked < near.length)
  return {
    resident,
    isDemo: await parts.isDemo(),
    now: shown,
    oneTraining: oneTraining.slice(0, mostShown),
    more: {
      now: now.length > mostShown,
      oneTraining: oneTraining.length > mostShown || finding.near.length >= mostRanked,
    },
  }
}

/** Best first; who has the same stands by lot. */
function inOrder(ranked: readonly RankedPerson[], lotOf: (handle: string) => string): string[] {
  return ranked
    .map((one) => ({ ...one, lot: lotOf(one.person) }))
    .sort(
      (a, b) =>
        Number(b.certain) - Number(a.certain) ||
        b.fitLow.of * a.fitLow.outOf - a.fitLow.of * b.fitLow.outOf ||
        (a.lot < b.lot ? -1 : 1),
    )
    .map(({ person }) => person)
}

/** A lot that nobody can foresee, the same for one vacancy all day: reloading a page is no second chance. */
function lot(secret: string, text: string): string {
  return createHmac('sha256', secret).update(`order of people ${text}`).digest('base64url')
}

/** As the record has them now, in this order; who is not found any more is left out. */
async function personsOf({ db, store, regions }: Parts, handles: readonly string[]) {
  const rows = await actAs(db, { task: 'people-for-vacancy' }, (inside) => store.foundOf(inside, handles))
  const byId = new Map(rows.map((row): [string, FoundRow] => [row.id, row]))
  return handles.flatMap((handle) => {
    const row = byId.get(handle)
    return row ? [toEnginePerson(row.id, row.profile, (place) => regions.findPlace(place)?.at)] : []
  })
}

async function namingOf(
  { vacancies, regions }: Parts,
  resident: Resident,
  { vacancy, language }: AskedPeople,
  people: readonly (PersonFinding & { readonly plan?: { readonly path: readonly string[] } })[],
): Promise<{ readonly naming: Naming; readonly title: string }> {
  const offerings = new Set(people.flatMap(({ plan }) => plan?.path ?? []))
  const records = await recordsOf({ resident, vacancies }, { vacancies: new Set([vacancy]), offerings })
  return {
    naming: { catalogue: resident.catalogue, records, regions, language },
    title: records.vacancies.get(vacancy)?.title ?? vacancy,
  }
}

/** Skills of this vacancy that too few people show. */
async function rareOf(
  { store, rulesOf }: Parts,
  inside: ActingDatabase,
  catalogue: Resident['catalogue'],
  people: readonly PersonFinding[],
): Promise<Set<string>> {
  const asked = [...new Set(people.flatMap(({ skills }) => skills.map(({ skill }) => catalogue.standsFor(skill))))]
  const often = new Set(await store.skillsOfMany(inside, asked, (await rulesOf(inside)).leastAlike))
  return new Set(asked.filter((skill) => !often.has(skill)))
}

function shownOf(
  profiles: ReadonlyMap<string, MatchProfile>,
  finding: PersonFinding,
  showing: ShowingPeople,
): PersonShown | undefined {
  const profile = profiles.get(finding.person)
  return profile && showPerson(profile, finding, showing)
}

async function record(
  { store, record: write, clock }: Parts,
  inside: ActingDatabase,
  { actor, vacancy, organisation }: AskedPeople & { readonly organisation: string | undefined },
  shown: PeopleShown,
): Promise<void> {
  const people = [...shown.now, ...shown.oneTraining]
  const placed = new Map(people.map((one, at) => [one.handle, { at, ...one }]))
  const rows = await asTask(inside, 'decision-log', (task) => store.foundOf(task, [...placed.keys()]))
  const ofAccounts = rows.flatMap(({ id, account }) => (account === undefined ? [] : [[account, placed.get(id)] as const]))
  await write(inside, {
    what: 'people-shown',
    by: { organisation, ...byOf(actor, organisation) },
    about: ofAccounts.map(([account]) => account),
    inputHash: createHash('sha256')
      .update(JSON.stringify([vacancy, shown.basis, shown.on]))
      .digest('base64url'),
    versions: { engine: enginesRuling, taxonomy: shown.basis.taxonomy, transfer: shown.basis.transferModel },
    payload: {
      vacancy,
      on: shown.on,
      at: clock.now(),
      data: shown.basis.data,
      now: shown.now.length,
      oneTraining: shown.oneTraining.length,
    },
    shown: Object.fromEntries(ofAccounts),
    why: { vacancy },
  })
}

/** The definition by which the list is made. */
const enginesRuling = 'ruling 52'

function byOf(actor: Actor, organisation: string | undefined): Pick<DecisionEntry['by'], 'account' | 'key' | 'role'> {
  if (actor.kind === 'key') return { key: actor.key }
  if (actor.kind !== 'account') return {}
  const roles = actor.memberships.find((membership) => membership.organisation === organisation)?.roles ?? []
  const role = roles.find((one) => one === 'recruiter') ?? roles.find((one) => one === 'owner')
  return { account: actor.account, ...(role === undefined ? {} : { role }) }
}
