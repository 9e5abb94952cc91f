import { type ActingDatabase, type DateText, type Ids, isWorkingDay, nextDay } from '../../platform/index.ts'
import type { AdmissionStep, Enrolment, EnrolmentStep } from './enrolment.ts'
import { addMove, insertEnrolment, updateEnrolment } from './enrolment-store.ts'
import { type MoveName, moves, type Side, type State } from './moves.ts'
import { listDemoOffered, type Offered, startOn } from './offered-store.ts'
import { ensureStart, replaceAdmission, setStart } from './start-store.ts'
import { addSteps, updateStep } from './step-store.ts'

/** Somebody of the demo, as a story: which moves, by whom, how many days ago. */
interface Story {
  readonly person: string
  readonly called: string
  readonly email?: string
  readonly appliedAgo: number
  readonly moves: readonly (readonly [move: MoveName, by: Side | 'clock', ago: number])[]
  /** How many steps of the admission are passed, and whether the next has a day. */
  readonly passed: number
  readonly planned?: number
}

const admission: readonly AdmissionStep[] = [
  {
    kind: 'assessment',
    purpose: { nl: 'Een online opdracht: lezen en logisch denken', en: 'A task online: reading and logical thinking' },
  },
  { kind: 'interview', purpose: { nl: 'Een gesprek over je plannen', en: 'A talk about your plans' } },
]

const stories: readonly Story[] = [
  {
    person: 'tijn',
    called: 'Tijn (demo)',
    email: 'tijn@demo.example',
    appliedAgo: 21,
    moves: [
      ['begin', 'educator', 19],
      ['admit', 'educator', 12],
      ['take', 'person', 11],
    ],
    passed: 2,
  },
  {
    person: 'yara',
    called: 'Yara (demo)',
    appliedAgo: 14,
    moves: [
      ['begin', 'educator', 12],
      ['admit', 'educator', 1],
    ],
    passed: 2,
  },
  {
    person: 'jip',
    called: 'Jip',
    email: 'jip@demo.example',
    appliedAgo: 9,
    moves: [
      ['begin', 'educator', 8],
      ['queue', 'educator', 1],
    ],
    passed: 2,
  },
  {
    person: 'robin',
    called: 'Robin',
    appliedAgo: 3,
    moves: [['begin', 'educator', 1]],
    passed: 0,
    planned: 4,
  },
]

/** Places of the start of the demo: one is taken and one is held, so that somebody waits. */
const places = 2
/** The start lies far enough ahead that nothing of it goes by itself while somebody looks around. */
const leastDaysAhead = 21

/**
 * A start of the demo educator with people in different states. Plainly made up; it goes with the organisation. After the programmes, accounts and organisations.
 * @returns the start, where there is one
 */
export async function putDemoEnrolments(
  { ids, holdDays }: { readonly ids: Ids; readonly holdDays: number },
  inside: ActingDatabase,
  today: DateText,
  organisation: string,
): Promise<{ readonly offering: string; readonly startsOn: DateText } | undefined> {
  const chosen = chooseStart(await listDemoOffered(inside, organisation), nextDay(today, leastDaysAhead))
  if (!chosen) return undefined
  const { offered, startsOn } = chosen
  const { offering, programme } = offered
  const own = startOn(offered, startsOn)
  await replaceAdmission(inside, { programme, organisation }, admission)
  await ensureStart(inside, { offering, startsOn, organisation, programme, places })
  await setStart(inside, { offering, startsOn, places, enrolFrom: own?.enrolFrom, enrolUntil: own?.enrolUntil })
  for (const story of stories) await putStory({ ids, holdDays }, inside, { today, offered, startsOn, organisation, story })
  return { offering, startsOn }
}

/** The soonest start from a day on, of the first offering that has one. */
function chooseStart(
  all: readonly Offered[],
  from: DateText,
): { readonly offered: Offered; readonly startsOn: DateText } | undefined {
  const starts = all.flatMap((offered) => {
    const dates = offered.starts.filter(({ date, enrolUntil }) => date >= from && (enrolUntil ?? date) >= from)
    return dates.map(({ date }) => ({ offered, startsOn: date }))
  })
  return starts.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0))[0]
}

async function putStory(
  { ids, holdDays }: { readonly ids: Ids; readonly holdDays: number },
  inside: ActingDatabase,
  given: {
    readonly today: DateText
    readonly offered: Offered
    readonly startsOn: DateText
    readonly organisation: string
    readonly story: Story
  },
): Promise<void> {
  const { today, offered, startsOn, organisation, story } = given
  const moment = (ago: number): number => Date.parse(`${nextDay(today, -ago)}T09:00:00Z`)
  const applied: Enrolment = {
    id: ids.next(),
    person: `demo-account-${story.person}`,
    ...{ organisation, programme: offered.programme, programmeTitle: offered.title, offering: offered.offering, startsOn },
    ...{ demo: true, state: 'applied', isQuiet: false, called: story.called },
    ...(story.email === undefined ? {} : { email: story.email }),
    ...{ appliedAt: moment(story.appliedAgo), changedAt: moment(story.appliedAgo) },
  }
  await insertEnrolment(inside, applied)
  await addMove(inside, applied.id, { move: 'apply', bySide: 'person', state: 'applied', at: applied.appliedAt }, applied.person)
  await addSteps(inside, applied.id, admission)
  for (const step of stepsOf(story, today)) await updateStep(inside, applied.id, step, undefined)
  for (const [name, bySide, ago] of story.moves) {
    const state: State = moves[name].to
    await addMove(inside, applied.id, { move: name, bySide, state, at: moment(ago) }, undefined)
    await updateEnrolment(inside, {
      ...applied,
      state,
      changedAt: moment(ago),
      ...(state === 'waiting' ? { waitingSince: moment(ago) } : {}),
      ...(state === 'admitted' ? { heldUntil: nextDay(today, holdDays - ago) } : {}),
    })
  }
}

function stepsOf({ passed, planned, appliedAgo }: Story, today: DateText): EnrolmentStep[] {
  return admission.flatMap((step, at): EnrolmentStep[] => {
    const number = at + 1
    if (at < passed) {
      const on = workday(nextDay(today, -Math.max(1, appliedAgo - 4 - at)), -1)
      return [{ ...step, number, plannedOn: on, outcome: 'passed', settledAt: Date.parse(`${on}T15:00:00Z`) }]
    }
    if (at > passed || planned === undefined) return []
    return [{ ...step, number, plannedOn: workday(nextDay(today, planned), 1), plannedText: '10.00 - 11.00, online' }]
  })
}

/** That day, or the next one before or after it on which people work. */
const workday = (day: DateText, direction: 1 | -1): DateText =>
  isWorkingDay(day, new Set()) ? day : workday(nextDay(day, direction), direction)
