import type { DateText } from '../../platform/index.ts'
import type { OfferingRecord } from '../trainings/index.ts'
import type { Shape } from './demo-curricula.ts'
import { addDays, mondayAfter } from './demo-dates.ts'
import type { DemoPlaces } from './demo-places.ts'
import type { DemoProgramme } from './demo-programmes.ts'
import type { Random } from './random.ts'

/** A demo offering beside its programme; a dual one gets its job later. */
export interface DemoOffering {
  readonly offering: OfferingRecord
  readonly of: DemoProgramme
}

interface OfferingShape {
  /** Share of the programmes that is given online as well. */
  readonly onlineShare: number
  readonly freeShare: number
  /** Euro per hour of study. */
  readonly feePerHour: readonly [number, number]
  readonly siteDaysPerWeek: number
  readonly rollingShare: number
  /** How many offerings, next to other shapes. */
  readonly weight: number
}

const shapes: Readonly<Record<Shape, OfferingShape>> = {
  course: { onlineShare: 0.3, freeShare: 0.3, feePerHour: [7, 14], siteDaysPerWeek: 1, rollingShare: 0.1, weight: 5 },
  bootcamp: { onlineShare: 0.15, freeShare: 0.4, feePerHour: [7, 13], siteDaysPerWeek: 3, rollingShare: 0, weight: 5 },
  evening: { onlineShare: 0.15, freeShare: 0.12, feePerHour: [5, 10], siteDaysPerWeek: 1, rollingShare: 0, weight: 4 },
  'own-pace': { onlineShare: 1, freeShare: 0.35, feePerHour: [2.5, 6], siteDaysPerWeek: 0, rollingShare: 0.5, weight: 1.5 },
  dual: { onlineShare: 0, freeShare: 1, feePerHour: [0, 0], siteDaysPerWeek: 1, rollingShare: 0, weight: 2.5 },
}
/** What is free is mostly a way in: to work one can begin in with mbo. Of the rest a little is, what goes further never. */
const entryNlqf = 4
const freeElsewhereShare = 0.1
const leastFeeEuro = 150
const mostFeeEuro = 6000

const mostOfferings = 9

/** Exactly `count` offerings, at least one of each programme, on site spread over the larger towns or online. */
export function demoOfferings(
  random: Random,
  programmes: readonly DemoProgramme[],
  places: DemoPlaces,
  today: DateText,
  count: number,
): readonly DemoOffering[] {
  const made: DemoOffering[] = []
  for (const [index, many] of spread(random, programmes, count).entries()) {
    const of = programmes[index] as DemoProgramme
    const chance = random.fork(of.programme.id)
    const { onlineShare } = shapes[of.shape]
    const feeEuro = feeOf(chance, of)
    const towns = places.classrooms(chance, many)
    const online = of.occupation.handsOn ? 0 : onlineOf(chance, of.shape, many, onlineShare)
    for (let number = 0; number < many; number++) {
      const town = number < online ? undefined : towns[number % towns.length]
      made.push({
        of,
        offering: {
          id: `demo-offering-${made.length + 1}`,
          programme: of.programme.id,
          demo: true,
          ...(town ? { region: town.region, placeName: town.name } : {}),
          facts: {
            online: town === undefined,
            ...(town ? { at: town.at, siteDays: siteDays(of) } : {}),
            feeEuro,
            funding: fundingOf(chance, feeEuro),
            ...startsOf(chance, of.shape, today),
          },
        },
      })
    }
  }
  return made
}

/** How many offerings each programme gets: one each, the rest by weight. */
function spread(random: Random, programmes: readonly DemoProgramme[], count: number): number[] {
  const many = programmes.map(() => 1)
  const open = programmes.map((_, index) => index)
  for (let left = count - programmes.length; left > 0; left--) {
    const index = random.weighted(open, (one) =>
      (many[one] ?? 0) < mostOfferings ? shapes[(programmes[one] as DemoProgramme).shape].weight : 0,
    )
    many[index] = (many[index] ?? 0) + 1
  }
  return many
}

/** A programme is given online once, or not; at your own pace always. */
function onlineOf(random: Random, shape: Shape, many: number, share: number): number {
  if (shape === 'own-pace') return many
  return random.chance(Math.min(0.95, share * many)) ? 1 : 0
}

/** A price by the hours of study; of one programme the same everywhere. */
function feeOf(random: Random, of: DemoProgramme): number {
  const { feePerHour } = shapes[of.shape]
  if (random.chance(freeShareOf(of))) return 0
  const [least, most] = feePerHour
  const { weeks = 0, hoursPerWeek = 0 } = of.programme.facts
  const euro = weeks * hoursPerWeek * (least + (most - least) * random.next())
  return Math.min(mostFeeEuro, Math.max(leastFeeEuro, roundTo(euro, 25)))
}

function freeShareOf({ shape, level, occupation }: DemoProgramme): number {
  if (level === 'further') return 0
  const { freeShare } = shapes[shape]
  return shape === 'dual' || occupation.nlqf <= entryNlqf ? freeShare : Math.min(freeShare, freeElsewhereShare)
}

function siteDays({ shape, programme }: DemoProgramme): number {
  return (programme.facts.weeks ?? 0) * shapes[shape].siteDaysPerWeek
}

function fundingOf(random: Random, feeEuro: number): OfferingRecord['facts']['funding'] {
  if (feeEuro === 0) return []
  return [
    ...(random.chance(0.65) ? [{ scheme: 'uwv-scholing', euro: Math.min(feeEuro, 2500) }] : []),
    ...(random.chance(0.25) ? [{ scheme: 'municipality', euro: feeEuro }] : []),
  ]
}

/** Starts over the coming year. Some are full; some do not say how many seats are left. */
function startsOf(random: Random, shape: Shape, today: DateText): Pick<OfferingRecord['facts'], 'rolling' | 'starts'> {
  if (random.chance(shapes[shape].rollingShare)) return { rolling: true, starts: [] }
  const starts: { date: DateText; seats?: number; enrolUntil?: DateText }[] = []
  const every = random.int(56, 126)
  for (let days = random.int(14, 130); days <= 360 && starts.length < 5; days += every) {
    const date = mondayAfter(today, days)
    const seats = random.chance(0.08) ? 0 : random.int(2, 20)
    starts.push({
      date,
      ...(random.chance(0.12) ? {} : { seats }),
      ...(random.chance(0.6) ? { enrolUntil: addDays(date, -random.int(3, 21)) } : {}),
    })
  }
  return { rolling: false, starts }
}

function roundTo(amount: number, step: number): number {
  return Math.round(amount / step) * step
}
