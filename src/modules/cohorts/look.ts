import { actAs, NotFound } from '../../platform/index.ts'
import { type Actor, actingAs, isPermitted, permit } from '../permissions/index.ts'
import type { Language } from '../skills/index.ts'
import { conditionsBetween, hashOfWorld, worldOf } from './assigning-world.ts'
import { listCohorts, listEmployers, listOpen, listSteps } from './cohort-store.ts'
import { guidesOf } from './guides.ts'
import { nearEmployers } from './near.ts'
import type { CohortsParts } from './parts.ts'
import { listMeetings, listParticipants, listPlaces, listRanks, namesOfAccounts } from './person-store.ts'
import { findProposal } from './proposal-store.ts'
import { readStated, standingPairs } from './propose.ts'
import { untilOf } from './say-yes.ts'
import { assessed, dressOf, forEducator, lineOf, metAs, namesOf, placeShown, shortagesOf, shownOf, wantedOf } from './show.ts'
import { stepsFrom } from './steps.ts'
import type { CohortCounts, CohortLine, EducatorView, EmployerView, PersonView } from './views.ts'
import { accountOf, asProgram, timeOf, withEducator, withEmployer, withPerson } from './work.ts'

/** All of a cohort, for its educator. @throws SignInNeeded, Forbidden, NotFound */
export async function lookAsEducator(parts: CohortsParts, actor: Actor, id: string, language: Language): Promise<EducatorView> {
  const dress = await dressOf(parts, language)
  const read = await withEducator(parts, actor, 'cohort.read', id, 'reads', async ({ inside, one, today }) => {
    const stated = await readStated(inside, id)
    return {
      ...{ one, today, stated },
      pairs: await standingPairs(inside, one),
      proposal: one.proposal === undefined ? undefined : await findProposal(inside, id, one.proposal),
      steps: await listSteps(inside, id),
      employers: await listEmployers(inside, id),
      guiding: await guidesOf(parts, { inside, one }),
      accounts: await asProgram(inside, (program) =>
        namesOfAccounts(
          program,
          stated.participants.map(({ person }) => person),
        ),
      ),
    }
  })
  const { one, stated, proposal } = read
  const names = await namesOf(parts, [one.organisation, ...read.employers.map(({ organisation }) => organisation)])
  const hash = hashOfWorld(worldOf(stated))
  const result = assessed(stated, read.pairs, dress)
  // Before there is a proposal nobody has a place, and nothing is missing yet.
  const unplaced = one.proposal === undefined ? [] : result.unplaced.map((each) => ({ ...each, wanted: wantedOf(each.wanted) }))
  const ended = one.endedAt !== undefined
  return {
    cohort: lineOf(one, names),
    today: read.today,
    open: stepsFrom(one.state),
    steps: read.steps,
    people: forEducator(stated, read.accounts, dress),
    employers: read.employers.map((each) => ({ ...each, name: names.get(each.organisation) ?? '' })),
    places: stated.places.map((place) => placeShown(place, names)),
    meetings: stated.meetings,
    ...(proposal ? { proposal: { ...proposal, isStale: proposal.inputHash !== hash } } : {}),
    ...result,
    unplaced,
    shortages: shortagesOf(unplaced, (region) => parts.regions.find(region)?.name),
    near:
      unplaced.length > 0 && !ended
        ? await nearEmployers(
            parts,
            actor,
            id,
            unplaced.map(({ participant }) => participant),
          )
        : [],
    until: await untilOf(parts, one),
    makesPlacements: parts.proposePlacement !== undefined,
    ...{ guides: read.guiding.guides, guideChoices: read.guiding.choices },
  }
}

/** A cohort for somebody who takes part, or may. @throws SignInNeeded, NotFound */
export async function lookAsPerson(parts: CohortsParts, actor: Actor, id: string, language: Language): Promise<PersonView> {
  const dress = await dressOf(parts, language)
  const read = await withPerson(parts, actor, id, 'reads', async ({ inside, one, self, today, account }) => {
    const ranks = (await listRanks(inside, id)).filter(({ side }) => side === 'person')
    return {
      ...{ one, self, today, ranks },
      places: self ? await listPlaces(inside, id) : [],
      meetings: self ? (await listMeetings(inside, id)).filter(({ participant }) => participant === self.id) : [],
      pairs: self ? (await standingPairs(inside, one)).filter(({ participant }) => participant === self.id) : [],
      ...(await asProgram(inside, async (program) => {
        const isSettled = one.state === 'settled' || one.state === 'started'
        return {
          others: (await listParticipants(program, { cohort: id })).length - (self ? 1 : 0),
          // What is missing is computed of all, and only their own part leaves this transaction.
          all:
            self && isSettled ? { stated: await readStated(program, id), pairs: await standingPairs(program, one) } : undefined,
          profile: self && isSettled ? await parts.profileOf(program, account) : undefined,
        }
      })),
    }
  })
  const { one, self } = read
  const names = await namesOf(parts, [one.organisation, ...read.places.map(({ organisation }) => organisation)])
  const found =
    read.all && self
      ? assessed(read.all.stated, read.all.pairs, dress).unplaced.find(({ participant }) => participant === self.id)
      : undefined
  const nextPlan = found && read.profile ? await parts.nextPlan(read.profile, language).catch(() => undefined) : undefined
  return {
    cohort: lineOf(one, names),
    today: read.today,
    ...(self ? { self: { ...shownOf(self, dress), joinedAt: self.joinedAt, textVersion: self.textVersion, lot: self.lot } } : {}),
    places: self
      ? read.places.map((place) => {
          const said = read.ranks.find((rank) => rank.place === place.id && rank.participant === self.id)
          return {
            ...placeShown(place, names),
            met: metAs(
              read.meetings.find(({ organisation }) => organisation === place.organisation),
              'person',
            ),
            rank: said && (said.rank ?? null),
            conditions: conditionsBetween(self, place, dress.context),
          }
        })
      : [],
    pairs: read.pairs,
    ...(found ? { missing: { ...found, wanted: wantedOf(found.wanted) } } : {}),
    ...(nextPlan ? { nextPlan } : {}),
    others: read.others,
  }
}

/** A cohort for an employer that was asked. What is shown of people is written in the log of decisions. @throws SignInNeeded, Forbidden, NotFound */
export async function lookAsEmployer(
  parts: CohortsParts,
  actor: Actor,
  at: { readonly id: string; readonly organisation: string },
  language: Language,
): Promise<EmployerView> {
  const dress = await dressOf(parts, language)
  const versions = await parts.versions()
  const read = await withEmployer(parts, actor, at, 'reads', async ({ inside, one, employer, today }) => {
    const places = (await listPlaces(inside, at.id)).filter(({ organisation }) => organisation === at.organisation)
    const mine = new Set(places.map(({ id }) => id))
    const ranks = (await listRanks(inside, at.id)).filter(({ side, place }) => side === 'place' && mine.has(place))
    const pairs = (await standingPairs(inside, one)).filter(({ place }) => mine.has(place))
    // Who offers nothing is shown nobody.
    const isOver = one.endedAt !== undefined && one.state === 'cancelled'
    const people = await asProgram(inside, async (program) => ({
      participants: places.length > 0 && !isOver ? await listParticipants(program, { cohort: at.id }) : [],
      meetings: (await listMeetings(program, at.id)).filter(({ organisation }) => organisation === at.organisation),
    }))
    if (people.participants.length > 0) {
      await asProgram(inside, (program) =>
        parts.record(program, {
          what: 'people-shown',
          by: { organisation: at.organisation, account: accountOf(actor) },
          about: people.participants.map(({ person }) => person),
          inputHash: hashOfWorld({ people: [], places: [] }),
          versions,
          payload: { cohort: at.id, people: people.participants.length },
          shown: Object.fromEntries(people.participants.map(({ person, handle }) => [person, { handle }])),
        }),
      )
    }
    return { one, employer, today, places, ranks, pairs, ...people }
  })
  const names = await namesOf(parts, [read.one.organisation, at.organisation])
  const organisation = await parts.organisations.find(at.organisation)
  return {
    cohort: lineOf(read.one, names),
    today: read.today,
    organisation: { id: at.organisation, name: names.get(at.organisation) ?? '', placeName: organisation?.placeName },
    answer: read.employer.answer,
    places: read.places.map((place) => placeShown(place, names)),
    people: read.participants.map((one) => ({
      ...shownOf(one, dress),
      met: metAs(
        read.meetings.find(({ participant }) => participant === one.id),
        'employer',
      ),
      ranks: Object.fromEntries(
        read.ranks.filter(({ participant }) => participant === one.id).map(({ place, rank }) => [place, rank ?? null]),
      ),
      conditions: Object.fromEntries(read.places.map((place) => [place.id, conditionsBetween(one, place, dress.context)])),
    })),
    pairs: read.pairs,
  }
}

export interface CohortLines {
  readonly taking: readonly CohortLine[]
  /** By organisation for which the actor acts. */
  readonly educating: readonly CohortLine[]
  readonly offering: readonly (CohortLine & { readonly as: string })[]
  /** In which people can join now. */
  readonly open: readonly CohortLine[]
}

const openShown = 20

/** The actor's own: what they take part in, and what the organisations they act for do. @throws SignInNeeded */
export async function listMine(parts: CohortsParts, actor: Actor): Promise<CohortLines> {
  const account = accountOf(actor)
  permit(actor, 'cohort.list', { kind: 'account', id: '', person: account })
  if (actor.kind !== 'account' || account === undefined) throw new NotFound('account', '')
  const { today } = timeOf(parts)
  const may = (action: 'cohort.read' | 'cohort.offer') =>
    actor.memberships
      .map(({ organisation }) => organisation)
      .filter((id) => isPermitted(actor, action, { kind: 'organisation', id, organisation: id }))
  const read = await actAs(parts.db, actingAs(actor), async (inside) => {
    const educating = []
    for (const educator of may('cohort.read')) educating.push(...(await listCohorts(inside, { educator })))
    const offering = []
    for (const employer of may('cohort.offer'))
      offering.push(...(await listCohorts(inside, { employer })).map((one) => ({ ...one, as: employer })))
    return {
      educating,
      offering,
      taking: await listCohorts(inside, { person: account }),
      open: await listOpen(inside, today, openShown),
    }
  })
  const all = [...read.educating, ...read.offering, ...read.taking, ...read.open]
  const names = await namesOf(
    parts,
    all.map(({ organisation }) => organisation),
  )
  const taken = new Set(read.taking.map(({ id }) => id))
  return {
    taking: read.taking.map((one) => lineOf(one, names)),
    educating: read.educating.map((one) => lineOf(one, names)),
    offering: read.offering.map((one) => ({ ...lineOf(one, names), as: one.as })),
    open: read.open.filter(({ id }) => !taken.has(id)).map((one) => lineOf(one, names)),
  }
}

/** What is missing in the cohorts of educators that a region is tied to, as counts. @throws SignInNeeded, Forbidden, NotFound */
export async function countsFor(
  parts: CohortsParts,
  actor: Actor,
  region: string,
  educatorsOf: (region: string) => Promise<readonly string[]>,
): Promise<readonly CohortCounts[]> {
  permit(actor, 'cohort.counts', { kind: 'organisation', id: region, organisation: region })
  const organisation = await parts.organisations.find(region)
  if (!organisation || organisation.closed) throw new NotFound('organisation', region)
  const dress = await dressOf(parts, 'nl')
  const educators = await educatorsOf(region)
  const read = await actAs(parts.db, { task: 'cohorts' }, async (program) => {
    const found = []
    for (const educator of educators) {
      for (const one of await listCohorts(program, { educator })) {
        if (one.endedAt !== undefined) continue
        found.push({ one, stated: await readStated(program, one.id), pairs: await standingPairs(program, one) })
      }
    }
    return found
  })
  const names = await namesOf(parts, educators)
  return read.map(({ one, stated, pairs }) => {
    const { unplaced } = assessed(stated, pairs, dress)
    const isProposed = one.proposal !== undefined
    return {
      cohort: lineOf(one, names),
      people: stated.participants.length,
      placed: new Set(pairs.filter((pair) => pair.noBy === undefined).map(({ participant }) => participant)).size,
      seats: stated.places.reduce((sum, { seats }) => sum + seats, 0),
      shortages: isProposed ? shortagesOf(unplaced, (code) => parts.regions.find(code)?.name) : [],
    }
  })
}
