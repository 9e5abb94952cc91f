import { type DateText, nextDay } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import type { Language } from '../skills/index.ts'
import { openOf, rolesOf } from './agreement.ts'
import { listAgreements, listNudges, listSignatures } from './agreement-store.ts'
import { weekInWords } from './agreement-text.ts'
import { type GuideHours, guideHours, guideMinutes } from './guides.ts'
import { type Forecast, forecast, type NormLine, normLine } from './hours.ts'
import type { PlacementsParts } from './parts.ts'
import { findWish, membersWith, type NamedMember, namesOf } from './people-store.ts'
import type { Agreement, Interruption, Leave, NotedHours, Placement, PlacementStep, Signature } from './placement.ts'
import { listSteps } from './placement-store.ts'
import { type RepaymentWords, repaymentIn } from './repayment.ts'
import { type RecognitionState, recognitionFor } from './school.ts'
import { listBreaks, listRecognitions } from './school-store.ts'
import type { Side } from './steps.ts'
import { type WageStep, wageSteps } from './wage.ts'
import { type Calendar, mondayOf, type WeekDay, weekOf } from './week.ts'
import { listHours, listInterruptions, listLeave } from './week-store.ts'
import { type AtWork, asProgram, organisationOf, sidesFor, withPlacement } from './work.ts'

/** What somebody may do with a placement now, as its page offers it. */
export type May = 'change' | 'people' | 'sign' | 'pause' | 'note' | 'confirm'

/** Something to sign, with who has and whose turn it is. */
export interface AgreementView extends Agreement {
  readonly signatures: readonly (Signature & { readonly name?: string })[]
  /** Sides that have not signed; empty where it holds or was taken back. */
  readonly waits: readonly Side[]
  /** Places where it says that training is paid back: warned of, whatever is signed. */
  readonly repayment: readonly RepaymentWords[]
  /** When each of them was last reminded. */
  readonly reminded: readonly { readonly role: Side; readonly at: number }[]
}

/** One placement as any of its parties sees it. */
export interface PlacementView {
  readonly placement: Placement
  readonly today: DateText
  /** For which sides who looks is here. */
  readonly sides: readonly Side[]
  readonly may: readonly May[]
  /** The sides for which who looks may still sign what waits. */
  readonly maySignFor: readonly Side[]
  readonly names: {
    readonly student?: string
    readonly school?: string
    readonly employer?: string
    readonly supporter?: string
    readonly supervisor?: string
    readonly coach?: string
  }
  readonly steps: readonly PlacementStep[]
  readonly agreements: readonly AgreementView[]
  readonly interruptions: readonly Interruption[]
  readonly leave: readonly Leave[]
  readonly hours: readonly NotedHours[]
  readonly week: {
    readonly monday: DateText
    readonly days: readonly WeekDay[]
    readonly inWords: Readonly<Record<Language, string>>
  }
  /** Left out before it runs, and where no day of it lies in this school year. */
  readonly forecast?: Forecast
  /** Only with a scheme that has norms. */
  readonly norms: readonly NormLine[]
  readonly recognition?: RecognitionState
  readonly wage: readonly WageStep[]
  /** Whom the school and the employer can name; only to who may. */
  readonly choices: { readonly supervisors: readonly NamedMember[]; readonly coaches: readonly NamedMember[] }
  /** What guiding takes a week, and whether it is booked. */
  readonly guides: readonly GuideHours[]
  /** Minutes a week as agreed, or before that as the dated rules have it. */
  readonly guideMinutes: ReturnType<typeof guideMinutes>
  /** How who looks wants to be reminded. */
  readonly way: 'mail' | 'page'
}

const actions = {
  change: 'placement.change',
  people: 'placement.people',
  sign: 'placement.sign',
  pause: 'placement.pause',
  note: 'placement.note',
  confirm: 'placement.confirm',
} as const satisfies Record<May, string>

/** @param asked `week`: a day of the week to show; left out: this week, or the first one */
export async function view(
  parts: PlacementsParts,
  actor: Actor,
  id: string,
  asked: { readonly week?: string | undefined } = {},
): Promise<PlacementView> {
  const found = await withPlacement(parts, actor, 'placement.read', id, (at) => look(parts, actor, at, asked.week))
  const { wageCents, from, crebo } = found.placement
  // A dated rule is asked of the record apart from that transaction.
  const day = found.today < from ? from : found.today
  const wage = wageCents === undefined ? [] : await wageSteps(parts.rules, wageCents, crebo !== undefined, day)
  return { ...found, wage }
}

async function look(
  parts: PlacementsParts,
  actor: Actor,
  at: AtWork,
  week: string | undefined,
): Promise<Omit<PlacementView, 'wage'>> {
  const { inside, one, allowed, account = '', today } = at
  const may = (Object.keys(actions) as May[]).filter((name) => sidesFor(actor, actions[name], one).length > 0)
  const [agreements, signatures, nudges] = [
    await listAgreements(inside, one.id),
    await listSignatures(inside, one.id),
    await listNudges(inside, one.id),
  ]
  const people = [one.person, one.supervisor, one.coach, ...signatures.map((each) => each.account)].filter(
    (each) => each !== undefined,
  )
  const names = await asProgram(inside, (program) => namesOf(program, people))
  const shown = agreements.map((each): AgreementView => viewOf(each, signatures, nudges, names))
  const open = shown.find(({ id }) => id === openOf(agreements)?.id)
  const signing = new Set(sidesFor(actor, 'placement.sign', one))
  const found = await weekOfPlacement(at, week)
  const recognitions = await asProgram(inside, (program) => listRecognitions(program, { employer: one.employer }))
  const recognition = recognitionFor(one, recognitions)
  return {
    ...{ placement: one, today, sides: allowed, may, steps: await listSteps(inside, one.id), agreements: shown, ...found },
    maySignFor: (open?.waits ?? []).filter((side) => signing.has(side)),
    names: await namesOfParties(parts, at, names),
    ...(recognition === undefined ? {} : { recognition }),
    choices: await choicesOf(at, may),
    guides: await guideHours(parts, inside, one, at.terms),
    guideMinutes: guideMinutes(one, at.terms),
    way: account === '' ? 'mail' : ((await findWish(inside, account)) ?? 'mail'),
  }
}

function viewOf(
  agreement: Agreement,
  signatures: readonly Signature[],
  nudges: Awaited<ReturnType<typeof listNudges>>,
  names: ReadonlyMap<string, string>,
): AgreementView {
  const own = signatures.filter((each) => each.agreement === agreement.id)
  const isOpen = agreement.signedAt === undefined && agreement.withdrawnAt === undefined
  return {
    ...agreement,
    signatures: own.map((each) => {
      const name = names.get(each.account ?? '')
      return { ...each, ...(name === undefined ? {} : { name }) }
    }),
    repayment: repaymentIn(agreement.text),
    waits: isOpen ? agreement.roles.filter((role) => !own.some((each) => each.role === role)) : [],
    reminded: nudges.filter((each) => each.agreement === agreement.id).map(({ role, at }) => ({ role, at })),
  }
}

async function weekOfPlacement(
  { inside, one, today, terms }: AtWork,
  week: string | undefined,
): Promise<Pick<PlacementView, 'interruptions' | 'leave' | 'hours' | 'week' | 'forecast' | 'norms'>> {
  const [interruptions, leave, hours] = [
    await listInterruptions(inside, one.id),
    await listLeave(inside, one.id),
    await listHours(inside, one.id),
  ]
  const calendar: Calendar = {
    phases: one.phases,
    period: { from: one.from, until: one.until },
    holidays: terms.holidays,
    breaks: await listBreaks(inside, one.school),
    away: [...interruptions, ...leave],
  }
  const isShown = week !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(week) && !Number.isNaN(Date.parse(week))
  const within = (date: DateText): DateText => (date < one.from ? one.from : date > one.until ? one.until : date)
  const monday = mondayOf(within(isShown ? week : today))
  const runs = one.state === 'active' || one.state === 'interrupted'
  const led = runs ? forecast(calendar, hours, today) : undefined
  const norms = led && one.crebo !== undefined ? normsOf(led, calendar, today, terms) : []
  return {
    ...{ interruptions, leave, hours, norms },
    week: {
      ...{ monday, days: weekOf(monday, calendar) },
      inWords: { nl: weekInWords(one.phases, 'nl'), en: weekInWords(one.phases, 'en') },
    },
    ...(led === undefined ? {} : { forecast: led }),
  }
}

function normsOf(
  led: Forecast,
  calendar: Calendar,
  today: DateText,
  { practiceHours, schoolHours }: AtWork['terms'],
): NormLine[] {
  return [
    ...(practiceHours === undefined ? [] : [normLine('practice', practiceHours, led, calendar, today)]),
    ...(schoolHours === undefined ? [] : [normLine('school', schoolHours, led, calendar, today)]),
  ]
}

async function namesOfParties(
  parts: PlacementsParts,
  { inside, one }: AtWork,
  names: ReadonlyMap<string, string>,
): Promise<PlacementView['names']> {
  const found: Record<string, string | undefined> = {
    student: names.get(one.person),
    supervisor: names.get(one.supervisor ?? ''),
    coach: names.get(one.coach ?? ''),
  }
  for (const side of rolesOf(one)) {
    const organisation = organisationOf(one, side)
    if (organisation !== undefined) found[side] = (await parts.organisations.find(organisation, inside))?.name
  }
  return Object.fromEntries(Object.entries(found).filter(([, name]) => name !== undefined))
}

async function choicesOf({ inside, one, allowed }: AtWork, may: readonly May[]): Promise<PlacementView['choices']> {
  if (!may.includes('people') || one.state === 'ended') return { supervisors: [], coaches: [] }
  return asProgram(inside, async (program) => ({
    supervisors: await membersWith(program, one.employer, ['practiceSupervisor', 'owner']),
    coaches: allowed.includes('school') ? await membersWith(program, one.school, ['studyCoach', 'owner']) : [],
  }))
}

/** The weeks of a placement that have begun, the latest first: for which hours can be noted. */
export function weeksToNote({ from, until }: Pick<Placement, 'from' | 'until'>, today: DateText, most: number): DateText[] {
  const last = mondayOf(today < until ? today : until)
  const weeks: DateText[] = []
  for (let week = last; week >= mondayOf(from) && weeks.length < most; week = nextDay(week, -7)) weeks.push(week)
  return today < from ? [] : weeks
}
