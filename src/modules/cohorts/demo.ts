import type { ActingDatabase, DateText } from '../../platform/index.ts'
import { nextDay } from '../../platform/index.ts'
import type { Profile } from '../people/index.ts'
import { computePairs, hashOfWorld, worldOf } from './assigning-world.ts'
import type { Cohort, Participant, Place, Terms } from './cohort.ts'
import { addEmployer, addStep, answerInvitation, insertCohort, updateCohort } from './cohort-store.ts'
import { type DemoStart, existing, findDemoStart } from './demo-store.ts'
import { joinText } from './join-text.ts'
import type { CohortsParts } from './parts.ts'
import { addParticipant, addPlace, noteMeeting, setRank } from './person-store.ts'
import { addPair, addProposal } from './proposal-store.ts'
import { readStated } from './propose.ts'
import { skillsOf } from './take-part.ts'
import { lotOf } from './work.ts'

/** Plainly made up, as the picture of the page has it: eight people, seven places of four employers, and one place that is missing. */
const educator = 'demo-organisation-educator'
const id = 'demo-cohort'
const seed = 'demo-seed'
const [first, second, third, body] = [
  'demo-organisation-employer-1',
  'demo-organisation-employer-2',
  'demo-organisation-employer-3',
  'demo-organisation-public',
]

interface DemoPlace {
  readonly key: string
  readonly organisation: string
  readonly seats: number
  readonly hours: readonly [number, number]
  readonly place: string
  readonly tasks: string
}

const places: readonly DemoPlace[] = [
  {
    key: 'a',
    organisation: first,
    seats: 2,
    hours: [28, 36],
    place: 'Nijkerk',
    tasks: 'Werkplekken inrichten en meldingen oplossen',
  },
  { key: 'b', organisation: second, seats: 1, hours: [32, 32], place: 'Amersfoort', tasks: 'Beheer van accounts en rechten' },
  { key: 'c', organisation: body, seats: 1, hours: [24, 28], place: 'Amersfoort', tasks: 'Helpdesk voor collega’s' },
  { key: 'd', organisation: third, seats: 2, hours: [32, 36], place: 'Utrecht', tasks: 'Servers bijhouden en documenteren' },
  { key: 'e', organisation: first, seats: 1, hours: [36, 40], place: 'Nijkerk', tasks: 'Netwerk bij klanten aanleggen' },
]

interface DemoParticipant {
  readonly handle: string
  readonly called: string
  readonly place: string
  readonly hours: readonly [number, number]
  /** Places in order: `a=b` are equally good. */
  readonly wishes: string
}

const people: readonly DemoParticipant[] = [
  { handle: '1938', called: 'Aya', place: 'Nijkerk', hours: [28, 32], wishes: 'a b' },
  { handle: '3314', called: 'Boaz', place: 'Ermelo', hours: [36, 36], wishes: 'a e d' },
  { handle: '5521', called: 'Cleo', place: 'Amersfoort', hours: [32, 32], wishes: 'b a' },
  { handle: '6102', called: 'Dani', place: 'Leusden', hours: [24, 28], wishes: 'a c' },
  { handle: '7740', called: 'Elif', place: 'Barneveld', hours: [36, 36], wishes: 'd e' },
  { handle: '8015', called: 'Floor', place: 'Amersfoort', hours: [32, 36], wishes: 'b d' },
  { handle: '8830', called: 'Gijs', place: 'Harderwijk', hours: [24, 28], wishes: 'c a' },
  { handle: '9204', called: 'Hana', place: 'Ede', hours: [32, 40], wishes: 'e=d' },
]

/** Whom each place would rather have, by the numbers above from 1. */
const wanted: Readonly<Record<string, string>> = { a: '1 2 3 4', b: '3 6=1', c: '4 7', d: '6 5 8 2', e: '8 2 5' }

/** The start lies so far ahead that there is time to ask others for the place that is missing. */
const daysAhead = 56
const settleBefore = 28

/**
 * The cohort of the demo, with people of its own, proposed and not settled: so that the educator sees who goes where. In a task's transaction, after
 * organisations, vacancies and trainings. Nothing where there is no programme with a start, or no employer.
 */
export async function putDemo(parts: CohortsParts, program: ActingDatabase, today: DateText): Promise<void> {
  const start = await findDemoStart(program, educator, nextDay(today, daysAhead))
  const there = await existing(program, [first, second, third, body])
  if (!start || there.length === 0) return
  const now = parts.clock.now()
  const one: Cohort = {
    ...{ id, organisation: educator, programme: start.programme, offering: start.offering, title: start.title },
    ...{
      startsOn: start.startsOn,
      settleBy: nextDay(start.startsOn, -settleBefore),
      least: 6,
      most: 8,
      state: 'open',
      seed,
      demo: true,
    },
  }
  await insertCohort(program, one, now)
  await addStep(program, id, { step: 'begin', state: 'open', at: now }, undefined)
  for (const organisation of there) {
    await addEmployer(program, id, organisation, now)
    await answerInvitation(program, id, organisation, 'taking', now)
  }
  await putPlaces(parts, program, there, now)
  await putPeople(parts, program, start, now)
  await putOrders(program, there, now)
  const proposed = await putProposal(program, now)
  await updateCohort(program, one, { state: 'proposed', proposal: proposed }, now)
  await addStep(program, id, { step: 'order', state: 'ordering', at: now }, undefined)
  await addStep(program, id, { step: 'propose', state: 'proposed', at: now }, undefined)
}

const placeId = (key: string): string => `${id}-place-${key}`
const participantId = (index: number): string => `${id}-person-${index + 1}`

function termsOf({ regions }: CohortsParts, place: string, hours: readonly [number, number]): Terms {
  const found = regions.findMunicipality(place)
  if (!found) throw new Error(`The demo names a municipality that data/regions does not have: ${place}.`)
  return { hours, placeName: found.name, region: found.region, at: found.at }
}

async function putPlaces(parts: CohortsParts, program: ActingDatabase, there: readonly string[], now: number): Promise<void> {
  for (const { key, organisation, seats, hours, place, tasks } of places) {
    if (!there.includes(organisation)) continue
    const mine: Place = {
      ...{ id: placeId(key), cohort: id, organisation, seats, tasks, lot: lotOf(seed, placeId(key)) },
      ...termsOf(parts, place, hours),
    }
    await addPlace(program, mine, now)
  }
}

/** People of the demo keep a profile, as everybody who joins does. */
async function putPeople(parts: CohortsParts, program: ActingDatabase, { facts }: DemoStart, now: number): Promise<void> {
  const account = (index: number): string => `demo-account-cohort-${index + 1}`
  await parts.putDemoAccounts(
    program,
    people.map(({ called }, index) => ({
      ...{ id: account(index), email: `cohort-${index + 1}@demo.example`, name: `${called} (demo)` },
      ...{ language: 'nl', administrator: false },
    })),
  )
  for (const [index, { handle, place, hours }] of people.entries()) {
    const profile = profileOf(facts, index, place, hours)
    await parts.putDemoProfile(program, account(index), profile)
    const mine: Participant = {
      ...{
        id: participantId(index),
        cohort: id,
        person: account(index),
        handle,
        quota: 1,
        lot: lotOf(seed, participantId(index)),
      },
      ...{ textVersion: joinText.version, language: 'nl', ...termsOf(parts, place, hours) },
      ...{ mostMinutes: 60, travelMode: 'transit', dutch: 4, joinedAt: now },
      skills: skillsOf(profile, { facts }),
    }
    await addParticipant(program, mine)
  }
}

/** They can do what the programme asks, and a little of what it teaches. */
function profileOf(facts: DemoStart['facts'], index: number, place: string, hours: readonly [number, number]): Profile {
  const needed = facts.prerequisites.map(({ skill, level }) => [skill, level] as const)
  const little = facts.outcomes.filter((_, at) => (at + index) % 3 === 0).map(({ skill }) => [skill, 'little'] as const)
  return {
    ...{ occupations: [], answers: Object.fromEntries([...little, ...needed]), hours: [hours[0], hours[1]] },
    ...{ municipality: place, maxMinutes: 60, travelMode: 'transit', languages: { nl: 4 } },
  }
}

async function putOrders(program: ActingDatabase, there: readonly string[], now: number): Promise<void> {
  const isThere = (key: string): boolean => places.some((one) => one.key === key && there.includes(one.organisation))
  for (const [index, { wishes }] of people.entries()) {
    for (const [key, rank] of ranked(wishes)) {
      const organisation = places.find((one) => one.key === key)?.organisation ?? ''
      if (!isThere(key)) continue
      await noteMeeting(program, { participant: participantId(index), organisation, notedBy: 'educator' }, now)
      await setRank(program, { side: 'person', participant: participantId(index), place: placeId(key) }, rank, now)
    }
  }
  for (const [key, order] of Object.entries(wanted)) {
    if (!isThere(key)) continue
    for (const [number, rank] of ranked(order)) {
      await setRank(program, { side: 'place', participant: participantId(Number(number) - 1), place: placeId(key) }, rank, now)
    }
  }
}

/** 'a b=c' is a first, then b and c alike. */
const ranked = (text: string): (readonly [string, number])[] =>
  text.split(' ').flatMap((group, index) => group.split('=').map((key) => [key, index + 1] as const))

async function putProposal(program: ActingDatabase, now: number): Promise<number> {
  const stated = await readStated(program, id)
  const inputHash = hashOfWorld(worldOf(stated))
  const number = await addProposal(program, id, { madeAt: now, inputHash, byHand: false }, undefined)
  for (const { person: participant, place } of computePairs(stated)) await addPair(program, id, number, { participant, place })
  return number
}
