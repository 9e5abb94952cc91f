import { webAddress } from '../../imports/index.ts'
import { eachOnce, skillsInText } from '../intake/read-skills.ts'
import type { TrainingContext } from '../intake/training-context.ts'
import type { ReadOffering } from '../ooapi/read-offering.ts'
import type { ReadProgramme } from '../ooapi/read-programme.ts'
import { Unreadable } from '../ooapi/read-values.ts'
import type { OfferingRecord, TargetGroup } from '../programme.ts'
import { headerOf } from './columns.ts'
import { daysOf } from './lesson-days.ts'
import { figureOf, formOf, fundingOf, languageOf, phasesOf, skillsOf, TrainingCells, whoPaysOf } from './read-cells.ts'

/** Fields without those that are not known. */
function known<T extends object>(fields: { readonly [Name in keyof T]: T[Name] | undefined | null }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)) as T
}

const mostWeeks = 312
const mostHours = 60
const mostEuros = 1_000_000

/** The programme that a row describes. @throws UnreadableCell, Unreadable */
export function readProgrammeRow(
  row: { readonly [column: string]: unknown },
  context: TrainingContext,
  notes: string[],
): ReadProgramme {
  const cells = new TrainingCells(row)
  const title = cells.texts('title', 'titleEn')
  const provider = cells.text('provider')
  if (!title) throw new Unreadable(`The column "${headerOf('title')}" is empty`)
  if (!provider) throw new Unreadable(`The column "${headerOf('provider')}" is empty`)
  const description = cells.texts('description', 'descriptionEn') ?? title
  const stated = skillsOf(cells, 'outcomes', context, notes)
  const read = cells.has('outcomes') ? [] : [title, description].flatMap(({ nl, en }) => [nl, en])
  const url = cells.text('url')
  if (url && !webAddress(url)) notes.push(`"${url.slice(0, 80)}" is no address of a web page, and is left out.`)
  return {
    title,
    provider: provider.slice(0, 300),
    description,
    facts: known<ReadProgramme['facts']>({
      form: formOf(cells),
      outcomes: eachOnce([...stated, ...read.flatMap((text) => skillsInText(text, undefined, context))]),
      prerequisites: eachOnce(skillsOf(cells, 'prerequisites', context, notes)),
      weeks: cells.whole('weeks', 1, mostWeeks),
      hoursPerWeek: cells.whole('hoursPerWeek', 1, mostHours),
      language: languageOf(cells),
      award: cells.text('award'),
      phases: phasesOf(cells),
      jobGuarantee: cells.yesNo('jobGuarantee'),
      accessibility: cells.texts('accessibility', 'accessibilityEn'),
      targetGroup: targetGroupOf(cells),
      admission: admissionOf(cells),
      whoPays: whoPaysOf(cells),
      url: webAddress(url),
      completion: figureOf(cells, 'completion', notes),
      placement: figureOf(cells, 'placement', notes),
    }),
  }
}

function targetGroupOf(cells: TrainingCells): TargetGroup | undefined {
  const text = cells.texts('targetGroup', 'targetGroupEn')
  const ground = cells.texts('preferenceGround', 'preferenceGroundEn')
  const prefers = cells.yesNo('preference') ?? ground !== undefined
  if (prefers && !ground)
    throw new Unreadable(
      `A preference for a group must rest on a ground (AWGB, WGB m/v art. 5): fill in "${headerOf('preferenceGround')}", or "nee" in "${headerOf('preference')}"`,
    )
  if (prefers && !text) throw new Unreadable(`For whom the preference is does not stand in "${headerOf('targetGroup')}"`)
  if (!text) return undefined
  return { text, ...(prefers && ground ? { preference: { ground } } : {}) }
}

function admissionOf(cells: TrainingCells): { nl: string; en: string }[] | undefined {
  const [nl, en] = [cells.list('admission') ?? [], cells.list('admissionEn') ?? []]
  const steps = nl.length > 0 ? nl : en
  if (steps.length === 0) return undefined
  return steps.map((step, at) => ({ nl: nl[at] ?? step, en: en[at] ?? step }))
}

/** The offering that a row is a start of. @throws UnreadableCell, Unreadable */
export function readOfferingRow(
  row: { readonly [column: string]: unknown },
  context: TrainingContext,
  notes: string[],
): ReadOffering {
  const cells = new TrainingCells(row)
  const { place, at } = placeOf(cells, context, notes)
  const date = cells.day('start')
  const feeEuro = cells.number('feeEuro', 0, mostEuros)
  return {
    ...place,
    facts: known<OfferingRecord['facts']>({
      online: cells.yesNo('online') ?? false,
      at,
      siteDays: cells.whole('siteDays', 0, 1000),
      lessonDays: cells.read('lessonDays', 'write days as ma wo, or mo we', daysOf) ?? undefined,
      feeEuro: typeof feeEuro === 'number' ? Math.round(feeEuro) : undefined,
      funding: fundingOf(cells),
      rolling: cells.yesNo('rolling') ?? false,
      starts: typeof date === 'string' ? [startOf(cells, date)] : [],
      incomeMonthEuro: cells.whole('incomeMonthEuro', 0, mostEuros),
      job: cells.text('job'),
    }),
  }
}

type Start = OfferingRecord['facts']['starts'][number]

function startOf(cells: TrainingCells, date: string): Start {
  return known<Start>({
    date,
    seats: cells.whole('seats', 0, 100_000),
    enrolFrom: cells.day('enrolFrom'),
    enrolUntil: cells.day('enrolUntil'),
  })
}

function placeOf(cells: TrainingCells, { findPlace, regionOf }: TrainingContext, notes: string[]) {
  const name = cells.text('place')?.replace(/\s+/g, ' ').slice(0, 80)
  const postcode4 = cells.read(
    'postcode',
    'write a Dutch postcode as 3511 or 3511 AB',
    (cell) => /^([1-9]\d{3})(?:\s?[A-Za-z]{2})?$/.exec(cell)?.[1],
  )
  const found = postcode4 || name ? findPlace({ postcode4: postcode4 ?? undefined, municipality: name }) : undefined
  if (!found && (postcode4 || name) && !cells.has('latitude'))
    notes.push(`Where ${name ?? postcode4} lies is not known, so travel time is not.`)
  const region =
    cells.read('region', 'write a labour-market region as AM13 or by its name', (cell) => regionOf(cell)) ?? found?.region
  const shown = name ?? found?.name
  const [latitude, longitude] = [cells.degrees('latitude', 90), cells.degrees('longitude', 180)]
  const given = typeof latitude === 'number' && typeof longitude === 'number' ? ([latitude, longitude] as const) : undefined
  return {
    place: { ...(shown === undefined ? {} : { placeName: shown }), ...(region === undefined ? {} : { region }) },
    at: given ?? found?.at,
  }
}
