import { type ActingDatabase, addWorkingDays, type DateText, type Ids, isWorkingDay, nextDay } from '../../platform/index.ts'
import type { Profile } from '../people/index.ts'
import { createRules } from '../rules/index.ts'
import { addPastReply, type DemoVacancy, listDemoVacancies, markDemoRead } from './demo-introduction-store.ts'
import type { Introduction, Step } from './introduction.ts'
import { addStep, insertIntroduction, updateIntroduction } from './introduction-store.ts'
import { addReplyRecord } from './reply-store.ts'
import type { Side } from './steps.ts'
import { addMessage, addRelease } from './talk-store.ts'
import { type Terms, termsOn } from './terms.ts'
import { question } from './work.ts'

export interface DemoIntroductionsParts {
  readonly ids: Ids
  readonly withoutName: (profile: Profile) => unknown
  /** Keeps a profile for a demo account; in the same transaction. */
  readonly keepProfile: (inside: ActingDatabase, account: string, profile: Profile) => Promise<void>
  /** Says yes for a demo account to being found. */
  readonly beFound: (inside: ActingDatabase, account: string) => Promise<void>
}

const [robin, jip] = ['demo-account-robin', 'demo-account-jip']
const [first, second, third] = ['demo-organisation-employer-1', 'demo-organisation-employer-2', 'demo-organisation-employer-3']

/** Of the questions of the last months: how many were answered, of how many, after how many working days. */
const pasts = [
  { organisation: first, answered: 9, of: 11, after: 4 },
  { organisation: second, answered: 6, of: 6, after: 1 },
  { organisation: third, answered: 2, of: 7, after: 5 },
] as const

/** One introduction of the demo, as a story: what happened how many working days ago. */
interface Story {
  readonly person: string
  readonly handle: string
  readonly by: Side
  readonly offering?: string
  readonly readAgo?: number
  readonly steps: readonly {
    readonly step: string
    readonly by: Side
    readonly state: Introduction['state']
    readonly ago: number
  }[]
  readonly messages: readonly (readonly [side: Side, ago: number, text: string])[]
  readonly released?: readonly ('name' | 'email')[]
  readonly no?: Pick<Introduction, 'reason' | 'reasonBy' | 'reasonText'>
}

const asked = (by: Side, ago: number) => ({ step: 'propose', by, state: 'proposed', ago }) as const

const stories: readonly { readonly organisation: string; readonly at: number; readonly story: Story }[] = [
  {
    organisation: first,
    at: 0,
    story: {
      person: robin,
      handle: '1000001',
      by: 'person',
      readAgo: 3,
      steps: [asked('person', 4)],
      messages: [['person', 4, 'Voorbeeld: ik hielp collega’s met hun computers. Kan ik een keer meekijken?']],
    },
  },
  {
    organisation: first,
    at: 1,
    story: {
      person: robin,
      handle: '1000001',
      by: 'organisation',
      offering: 'Linux en netwerken (verzonnen cursus)',
      steps: [asked('organisation', 1)],
      messages: [['organisation', 1, 'Voorbeeld: wij leiden zelf op. Wil je kennismaken?']],
    },
  },
  {
    organisation: second,
    at: 0,
    story: {
      person: robin,
      handle: '1000001',
      by: 'person',
      readAgo: 8,
      steps: [
        asked('person', 9),
        { step: 'accept', by: 'organisation', state: 'accepted', ago: 8 },
        { step: 'talk', by: 'person', state: 'talking', ago: 7 },
      ],
      messages: [
        ['person', 7, 'Voorbeeld: fijn dat het kan. Ik ben op dinsdag vrij.'],
        ['organisation', 6, 'Voorbeeld: dinsdag om 10 uur is goed. Tot dan.'],
      ],
      released: ['name'],
    },
  },
  {
    organisation: first,
    at: 0,
    story: {
      person: jip,
      handle: '1000002',
      by: 'person',
      readAgo: 5,
      steps: [asked('person', 5)],
      messages: [['person', 5, 'Voorbeeld: ik leer graag door te doen. Past dat bij jullie?']],
    },
  },
  {
    organisation: second,
    at: 1,
    story: {
      person: jip,
      handle: '1000002',
      by: 'person',
      readAgo: 9,
      steps: [asked('person', 10), { step: 'decline', by: 'organisation', state: 'declined', ago: 8 }],
      messages: [],
      no: {
        reason: 'skillMissing',
        reasonBy: 'organisation',
        reasonText: 'Voorbeeld: we zoeken iemand die nu al met Linux werkt.',
      },
    },
  },
]

/**
 * Introductions of the demo's people with the demo's employers, each in another state, so that no desk is empty. Plainly made up; they go with the accounts
 * and organisations. After those, and after the vacancies of the desks.
 */
export async function putDemoIntroductions(
  parts: DemoIntroductionsParts,
  inside: ActingDatabase,
  today: DateText,
  profiles: readonly Profile[],
): Promise<void> {
  // A record without rules has no terms to show.
  const terms = await termsOn(createRules({ db: inside }), today).catch(() => undefined)
  const [ofRobin, ofJip] = profiles
  if (!terms || !ofRobin || !ofJip) return
  const people = new Map([
    [robin, ofRobin],
    [jip, ofJip],
  ])
  for (const [account, profile] of people) {
    await parts.keepProfile(inside, account, profile)
    await parts.beFound(inside, account)
  }
  const vacancies = await listDemoVacancies(inside)
  const ofOrganisation = (organisation: string): DemoVacancy[] => vacancies.filter((one) => one.organisation === organisation)
  for (const past of pasts) {
    const [vacancy] = ofOrganisation(past.organisation)
    if (vacancy) await putPast(parts, inside, vacancy, past, terms, today)
  }
  for (const { organisation, at, story } of stories) {
    const vacancy = ofOrganisation(organisation)[at]
    const profile = people.get(story.person)
    if (vacancy && profile) await putStory(parts, inside, { vacancy, story, shown: parts.withoutName(profile), terms, today })
  }
}

async function putPast(
  { ids }: DemoIntroductionsParts,
  inside: ActingDatabase,
  { id: vacancy, organisation }: DemoVacancy,
  { answered, of, after }: (typeof pasts)[number],
  { replyWorkingDays, holidays }: Terms,
  today: DateText,
): Promise<void> {
  for (let at = 0; at < of; at++) {
    const askedOn = nextDay(today, -(20 + at * 12))
    const dueOn = addWorkingDays(askedOn, replyWorkingDays, holidays)
    const answeredOn = at < answered ? addWorkingDays(askedOn, after, holidays) : undefined
    await addPastReply(inside, { id: ids.next(), organisation, vacancy, demo: true, askedOn, dueOn }, answeredOn)
  }
}

async function putStory(
  { ids }: DemoIntroductionsParts,
  inside: ActingDatabase,
  {
    vacancy,
    story,
    shown,
    terms,
    today,
  }: {
    readonly vacancy: DemoVacancy
    readonly story: Story
    readonly shown: unknown
    readonly terms: Terms
    readonly today: DateText
  },
): Promise<void> {
  const day = (ago: number): DateText => workingDaysBefore(today, ago, terms)
  const moment = (ago: number, minutes = 0): number => Date.parse(`${day(ago)}T09:00:00Z`) + minutes * 60_000
  const [begin, ...later] = story.steps
  if (!begin) return
  const askedOn = day(begin.ago)
  const base: Introduction = {
    id: ids.next(),
    person: story.person,
    organisation: vacancy.organisation,
    vacancy: vacancy.id,
    vacancyTitle: vacancy.title,
    demo: true,
    proposedBy: story.by,
    state: 'proposed',
    handle: story.handle,
    shown,
    offering: story.offering,
    ...question({ state: 'proposed', proposedBy: story.by }, askedOn, terms),
    createdAt: moment(begin.ago),
    changedAt: moment(begin.ago),
  }
  await insertIntroduction(inside, base, {})
  const write = ({ step, by: bySide, state, ago }: Story['steps'][number]): Promise<void> =>
    addStep(inside, base.id, { step, bySide, state, at: moment(ago, 1) } satisfies Step, undefined)
  await write(begin)
  for (const step of later) await write(step)
  if (story.readAgo !== undefined) {
    const at = moment(story.readAgo, 30)
    await markDemoRead(inside, base.id, at)
    await addMessage(inside, base.id, { id: ids.next(), side: 'system', text: 'read', at }, undefined)
  }
  for (const [side, ago, text] of story.messages)
    await addMessage(inside, base.id, { id: ids.next(), side, text, at: moment(ago, 2) }, undefined)
  for (const field of story.released ?? [])
    await addRelease(inside, base.id, { field, releasedAt: moment(5), until: nextDay(today, terms.releaseDays) })
  if (base.waitsFor === 'organisation' && base.dueOn !== undefined) {
    const { id, organisation } = base
    const record = { id, organisation, vacancy: vacancy.id, demo: true, askedOn, dueOn: base.dueOn }
    const answer = later[0]
    if (answer) await addPastReply(inside, record, day(answer.ago))
    else await addReplyRecord(inside, record)
  }
  const last = later.at(-1)
  if (!last) return
  await updateIntroduction(inside, {
    ...base,
    ...{ state: last.state, waitsFor: undefined, askedOn: undefined, dueOn: undefined, changedAt: moment(last.ago, 1) },
    ...(story.no ? { ...story.no, endedAt: moment(last.ago, 1) } : {}),
  })
}

function workingDaysBefore(today: DateText, days: number, { holidays }: Terms): DateText {
  let date = today
  for (let left = days; left > 0; ) {
    date = nextDay(date, -1)
    if (isWorkingDay(date, holidays)) left--
  }
  return date
}
