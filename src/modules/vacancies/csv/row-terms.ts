import { cefrOf, languageCodeOf, readWorkLevels, type WagePeriod } from '../../../engine/reading/index.ts'
import { centsPerHour } from '../job-postings/read-pay.ts'
import type { VacancyFacts } from '../vacancy.ts'
import { type Cells, UnreadableCell } from './cells.ts'
import { separator } from './columns.ts'

/** A term by its column; `null` takes away what the text says. */
type Terms = { [Name in keyof VacancyFacts]?: VacancyFacts[Name] | null }

const daysOfWorkWeek = 5
const mostYears = 50
const highestLevel = 8
const mostEuros = 1_000_000

/** The terms that the columns of a row say. */
export function termsOf(cells: Cells, read: VacancyFacts, warnings: string[]): Terms {
  const terms: Terms = {}
  const set = <Name extends keyof VacancyFacts>(name: Name, value: VacancyFacts[Name] | null | undefined): void => {
    if (value !== undefined) terms[name] = value as Terms[Name]
  }
  const hours = hoursOf(cells)
  set('hours', hours)
  set('wageCents', wageOf(cells, hours === undefined ? read.hours : (hours ?? undefined), warnings))
  set('remoteShare', remoteOf(cells))
  set('days', cells.read('days', 'write days as ma|di|wo', daySet))
  set('contract', cells.read('contract', 'write vast, tijdelijk, stage or zzp', contractOf))
  set('languages', languagesOf(cells))
  set('workLevel', workLevelOf(cells))
  set('diplomaOnly', diplomaOf(cells))
  set('experienceYears', cells.number('years', 0, mostYears))
  set('licences', cells.list('licences')?.map((one) => one.slice(0, 20)) ?? nullOf(cells, 'licences'))
  const certificate = cells.yesNo('certificateOfConduct')
  set('certificateOfConduct', certificate === false ? null : certificate)
  set('sponsorsPermit', cells.yesNo('sponsorsPermit'))
  set('startFrom', cells.day('startFrom'))
  set('latestStart', cells.day('latestStart'))
  set('acceptsTrainings', cells.list('trainings'))
  set('paysTraining', cells.yesNo('paysTraining'))
  set('carriedBy', cells.text('carriedBy'))
  return terms
}

function nullOf(cells: Cells, column: 'licences'): null | undefined {
  return cells.text(column) === null ? null : undefined
}

function hoursOf(cells: Cells): VacancyFacts['hours'] | null | undefined {
  const whole = cells.hours('hours')
  if (whole !== undefined) return whole
  const [min, max] = [cells.hours('hoursMin'), cells.hours('hoursMax')]
  if (min === undefined && max === undefined) return undefined
  const least = min?.[0] ?? max?.[0]
  const most = max?.[1] ?? min?.[1]
  if (least === undefined || most === undefined) return null
  if (least > most) throw new UnreadableCell('hoursMin', String(least), `it is more than the most, ${most}`)
  return [least, most]
}

const periods: readonly (readonly [WagePeriod, RegExp])[] = [
  ['hour', /^(?:per )?(?:uur|hour|uren|hours|hourly)$/i],
  ['week', /^(?:per )?(?:week|weken|weekly)$/i],
  ['month', /^(?:per )?(?:maand|month|maanden|monthly)$/i],
  ['year', /^(?:per )?(?:jaar|year|annually|yearly)$/i],
]

function wageOf(cells: Cells, hours: VacancyFacts['hours'], warnings: string[]): VacancyFacts['wageCents'] | null | undefined {
  if (!cells.has('wageMin', 'wageMax')) return undefined
  const min = cells.number('wageMin', 0, mostEuros)
  const max = cells.number('wageMax', 0, mostEuros)
  const per = cells.read(
    'wagePeriod',
    'write uur, week, maand or jaar',
    (cell) => periods.find(([, name]) => name.test(cell))?.[0],
  )
  if (typeof min !== 'number' && typeof max !== 'number') return null
  if (typeof min !== 'number' || typeof max !== 'number') {
    warnings.push('The wage is not used: only one of the least and the most is given.')
    return null
  }
  if (min > max) throw new UnreadableCell('wageMin', String(min), `it is more than the most, ${max}`)
  if (!per) {
    warnings.push('The wage is not used: whether it is per hour, month or year is not said.')
    return null
  }
  return centsPerHour({ per, cents: [Math.round(min * 100), Math.round(max * 100)] }, hours, warnings) ?? null
}

function remoteOf(cells: Cells): number | null | undefined {
  const share = cells.read('remoteShare', 'write a percentage from 0 to 100', (cell) => {
    const number = /^(\d{1,3}(?:[.,]\d+)?)\s*%?$/.exec(cell)?.[1]
    const value = number === undefined ? Number.NaN : Number(number.replace(',', '.'))
    return value <= 100 ? Math.round(value) : undefined
  })
  if (share !== undefined) return share
  const days = cells.number('remoteDays', 0, daysOfWorkWeek)
  return typeof days === 'number' ? Math.round((days * 100) / daysOfWorkWeek) : days
}

const dayNames: readonly RegExp[] = [
  /^(?:ma|maandag|mo|mon|monday)$/i,
  /^(?:di|dinsdag|tu|tue|tuesday)$/i,
  /^(?:wo|woensdag|we|wed|wednesday)$/i,
  /^(?:do|donderdag|th|thu|thursday)$/i,
  /^(?:vr|vrijdag|fr|fri|friday)$/i,
  /^(?:za|zaterdag|sa|sat|saturday)$/i,
  /^(?:zo|zondag|su|sun|sunday)$/i,
]

function daySet(cell: string): number | undefined {
  let set = 0
  for (const word of cell.split(/[|,\s]+/).filter(Boolean)) {
    const day = dayNames.findIndex((name) => name.test(word))
    if (day < 0) return undefined
    set |= 1 << day
  }
  return set
}

const contracts: readonly (readonly [NonNullable<VacancyFacts['contract']>, RegExp])[] = [
  ['permanent', /^(?:permanent|vast|vaste aanstelling|onbepaalde tijd|vast contract)$/i],
  ['temporary', /^(?:temporary|tijdelijk|bepaalde tijd|tijdelijk contract|uitzend\w*|detachering|detavast)$/i],
  ['internship', /^(?:internship|intern|stage|stageplaats|afstudeerstage)$/i],
  ['freelance', /^(?:freelance|zzp|contractor|interim|opdracht)$/i],
]

function contractOf(cell: string): VacancyFacts['contract'] {
  return contracts.find(([, name]) => name.test(cell))?.[0]
}

/** `nl:B2|en:B1`, or `Nederlands B2`. */
function languagesOf(cells: Cells): VacancyFacts['languages'] | null | undefined {
  return cells.read('languages', 'write languages with their CEFR level as nl:B2|en:B1', (cell) => {
    const found = new Map<string, 1 | 2 | 3 | 4 | 5 | 6>()
    for (const one of cell.split(separator)) {
      const match = /^\s*(.+?)[\s:]+([ABC][12])\s*$/i.exec(one)
      const level = match?.[2] === undefined ? undefined : cefrOf(match[2])
      const code = match?.[1] === undefined ? undefined : /^[a-z]{3}$/.test(match[1]) ? match[1] : languageCodeOf(match[1])
      if (code === undefined || level === undefined) return undefined
      found.set(code, level)
    }
    return [...found].map(([code, level]) => ({ code, level }))
  })
}

const levelAsked = 'write a level as mbo-4 or hbo, or as NLQF level 1 to 8'

/** An NLQF level, or the kind of education; of several the lowest, for that is enough. */
function levelIn(cell: string): number | undefined {
  if (/^[1-8]$/.test(cell)) return Number(cell)
  const named = readWorkLevels(cell.replace(/^wo$/i, 'universitair')).map(({ level }) => level)
  return named.length === 0 ? undefined : Math.min(...named)
}

function workLevelOf(cells: Cells): VacancyFacts['workLevel'] | null | undefined {
  const level = cells.read('level', levelAsked, levelIn)
  const orYears = cells.number('orYears', 0, mostYears)
  if (typeof level !== 'number') return level
  return { level, ...(typeof orYears === 'number' ? { orYears } : {}) }
}

function diplomaOf(cells: Cells): VacancyFacts['diplomaOnly'] | null | undefined {
  const level = cells.read('diplomaLevel', `${levelAsked} (at most ${highestLevel})`, levelIn)
  const fields = cells.list('diplomaFields') ?? []
  const odd = fields.find((field) => !/^\d{2,4}$/.test(field))
  if (odd !== undefined) throw new UnreadableCell('diplomaFields', odd, 'write ISCED-F codes as 061|071')
  return typeof level === 'number' ? { level, fields } : level
}
