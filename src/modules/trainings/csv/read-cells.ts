import { cefrOf, languageCodeOf, skillLevelOf } from '../../../engine/reading/index.ts'
import { CsvCells, numberIn } from '../../imports/index.ts'
import { levelUnsaid, skillsInText } from '../intake/read-skills.ts'
import type { TrainingContext } from '../intake/training-context.ts'
import type { Bilingual, OutcomeFigure, Phase, Programme, ProgrammeSkill, WhoPays } from '../programme.ts'
import { headerOf, separator, type TrainingColumn } from './columns.ts'

const noneWords = /^(?:geen|none|-)$/i

/** The cells of one row of trainings. What is empty is not known; of skills it can be said that there are none. */
export class TrainingCells extends CsvCells<TrainingColumn> {
  constructor(row: { readonly [column: string]: unknown }) {
    super(row, {
      headerOf,
      saysNone: (column, cell) => (column === 'outcomes' || column === 'prerequisites') && noneWords.test(cell),
      separator,
    })
  }

  /** A whole number. @throws UnreadableCell */
  whole(column: TrainingColumn, least: number, most: number): number | undefined {
    const value = this.number(column, least, most)
    return typeof value === 'number' ? Math.round(value) : undefined
  }

  /** In Dutch, and in English where there is a column for it. */
  texts(column: TrainingColumn, english: TrainingColumn): Bilingual | undefined {
    const [nl, en] = [this.text(column) ?? undefined, this.text(english) ?? undefined]
    const either = nl ?? en
    return either === undefined ? undefined : { nl: nl ?? either, en: en ?? either }
  }
}

const forms: Readonly<Record<string, Programme['facts']['form']>> = {
  cursus: 'course',
  course: 'course',
  bootcamp: 'bootcamp',
  deeltijd: 'part-time',
  'part-time': 'part-time',
  parttime: 'part-time',
  voltijd: 'full-time',
  'full-time': 'full-time',
  fulltime: 'full-time',
  duaal: 'dual',
  dual: 'dual',
  'eigen tempo': 'self-paced',
  'self-paced': 'self-paced',
}

export function formOf(cells: TrainingCells): Programme['facts']['form'] {
  const want = 'write cursus, bootcamp, deeltijd, voltijd, duaal or eigen tempo'
  return cells.read('form', want, (cell) => forms[cell.toLowerCase()]) ?? 'course'
}

/**
 * `SQL:2|Java:basis|schakel:skill/scrum`: skills by id or by the names in it, with a level of 1 to 4 or a word for one. What the taxonomies do not
 * have is told, and does not count.
 */
export function skillsOf(
  cells: TrainingCells,
  column: 'outcomes' | 'prerequisites',
  context: TrainingContext,
  notes: string[],
): ProgrammeSkill[] {
  return (cells.list(column) ?? []).flatMap((written) => {
    const { name, level, from } = skillParts(written)
    const concept = context.catalogue.find(name)
    if (concept?.type === 'skill')
      return [
        { skill: context.catalogue.standsFor(concept.id), level: level ?? levelUnsaid, ...(from === undefined ? {} : { from }) },
      ]
    const named = skillsInText(name, level, context)
    if (named.length === 0) notes.push(`The skill "${name.slice(0, 80)}" is not in the loaded taxonomies and does not count.`)
    return named.map((one) => ({ ...one, from: 'stated' as const }))
  })
}

function skillParts(written: string): Pick<ProgrammeSkill, 'from'> & { readonly name: string; readonly level?: 1 | 2 | 3 | 4 } {
  const match = /^(.+?)(?::([^:/]{1,30}))?(?::(stated|alignment|text|derived))?$/.exec(written)
  const level = match?.[2] === undefined ? undefined : skillLevelOf(match[2])
  const from = match?.[3] as ProgrammeSkill['from']
  const name = match?.[2] !== undefined && level === undefined ? written : (match?.[1] ?? written)
  return { name: name.trim(), ...(level === undefined ? {} : { level }), ...(from === undefined ? {} : { from }) }
}

/** `nl:B1`. */
export function languageOf(cells: TrainingCells): Programme['facts']['language'] {
  const read = cells.read('language', 'write the language with the level one must have, as nl:B1', (cell) => {
    const match = /^\s*(.+?)[\s:]+([ABC][12])\s*$/i.exec(cell)
    const level = match?.[2] === undefined ? undefined : cefrOf(match[2])
    const code = match?.[1] === undefined ? undefined : /^[a-z]{3}$/.test(match[1]) ? match[1] : languageCodeOf(match[1])
    return code === undefined || level === undefined ? undefined : { code, level }
  })
  return read ?? undefined
}

const phaseKinds: readonly (readonly [Phase['kind'], RegExp])[] = [
  ['workAndSchool', /^(?:werk en school|school en werk|work and school|school and work)$/i],
  ['school', /^school$/i],
  ['work', /^(?:werk|work)$/i],
  ['selfStudy', /^(?:zelfstudie|self[- ]study)$/i],
]

/** `school, 10 weken | werk en school, 40 weken, 1 dag school, 4 dagen werk, in dienst, 2100 euro per maand`. */
export function phasesOf(cells: TrainingCells): Phase[] | undefined {
  const want =
    'write phases as: school, 10 weken | werk en school, 40 weken, 1 dag school, 4 dagen werk, in dienst, 2100 euro per maand'
  const read = cells.read('phases', want, (cell) => {
    const phases = cell.split(separator).map(phaseOf)
    return phases.every((one) => one !== undefined) ? phases : undefined
  })
  return read ?? undefined
}

function phaseOf(written: string): Phase | undefined {
  const phase: { -readonly [Name in keyof Phase]?: Phase[Name] } = {}
  for (const part of written.split(/,(?!\d)/).map((one) => one.trim())) {
    const kind = phaseKinds.find(([, name]) => name.test(part))?.[0]
    const weeks = /^(\d+) (?:weken|week|weeks)$/i.exec(part)?.[1]
    const days = /^(\d(?:[.,]\d)?) (?:dagen|dag|days|day) (?:(school)|werk|work)$/i.exec(part)
    const wage = /^(?:€ ?)?([\d.,]+)(?: euro)? (?:per maand|a month|per month)$/i.exec(part)?.[1]
    const number = days?.[1] === undefined ? undefined : Number(days[1].replace(',', '.'))
    if (kind !== undefined) phase.kind = kind
    else if (weeks !== undefined) phase.weeks = Number(weeks)
    else if (number !== undefined) phase[days?.[2] ? 'schoolDays' : 'workDays'] = number
    else if (/^(?:in dienst|employed)$/i.test(part)) phase.employed = true
    else if (/^(?:niet in dienst|not employed)$/i.test(part)) phase.employed = false
    else if (wage !== undefined) phase.wageMonthEuro = Math.round(numberIn(wage) ?? Number.NaN)
    else return undefined
  }
  return phase.kind === undefined || Number.isNaN(phase.wageMonthEuro) ? undefined : { ...phase, kind: phase.kind }
}

const parties: Readonly<Record<string, WhoPays['party']>> = {
  deelnemer: 'participant',
  participant: 'participant',
  werkgever: 'employer',
  employer: 'employer',
  uwv: 'uwv',
  gemeente: 'municipality',
  municipality: 'municipality',
  fonds: 'fund',
  fund: 'fund',
  overheid: 'government',
  government: 'government',
  lening: 'loan',
  loan: 'loan',
}

/** `werkgever:5000|deelnemer:250:in termijnen:in instalments`. */
export function whoPaysOf(cells: TrainingCells): WhoPays[] | undefined {
  const want = `write who pays as werkgever:5000|deelnemer; parties are ${Object.keys(parties).join(', ')}`
  const read = cells.read('whoPays', want, (cell) => {
    const all = cell.split(separator).map((one): WhoPays | undefined => {
      const [who = '', amount = '', nl = '', en = nl] = one.split(':').map((part) => part.trim())
      const party = parties[who.toLowerCase()]
      const euro = amount === '' ? undefined : numberIn(amount)
      if (party === undefined || (amount !== '' && euro === undefined)) return undefined
      return { party, ...(euro === undefined ? {} : { euro: Math.round(euro) }), ...(nl === '' ? {} : { text: { nl, en } }) }
    })
    return all.every((one) => one !== undefined) ? all : undefined
  })
  return read ?? undefined
}

/** `STAP:1000|O&O-fonds:500`. */
export function fundingOf(cells: TrainingCells): { scheme: string; euro: number }[] {
  const read = cells.read('funding', 'write schemes with the amount they pay, as O&O-fonds:500', (cell) => {
    const all = cell.split(separator).map((one) => {
      const match = /^\s*(.+?)\s*:\s*([\d.,]+)\s*$/.exec(one)
      const euro = match?.[2] === undefined ? undefined : numberIn(match[2])
      return match?.[1] === undefined || euro === undefined ? undefined : { scheme: match[1], euro: Math.round(euro) }
    })
    return all.every((one) => one !== undefined) ? all : undefined
  })
  return read ?? []
}

/** A figure with its parents; without cohort and source there is none. @throws UnreadableCell */
export function figureOf(cells: TrainingCells, name: 'completion' | 'placement', notes: string[]): OutcomeFigure | undefined {
  const most = 10_000_000
  const [of, outOf] = [cells.whole(name, 0, most), cells.whole(`${name}OutOf`, 1, most)]
  if (of === undefined && outOf === undefined) return undefined
  const [cohort, source] = [cells.text(`${name}Cohort`), cells.text(`${name}Source`)]
  if (of === undefined || outOf === undefined || !cohort || !source) {
    notes.push(`The figure "${headerOf(name)}" is not used: it needs how many, out of how many, of which cohort, and a source.`)
    return undefined
  }
  const date = cells.day(`${name}Date`)
  return { of, outOf, cohort, source, ...(typeof date === 'string' ? { date } : {}) }
}
