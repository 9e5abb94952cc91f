import { csvLine, csvMark } from '../../imports/index.ts'
import type { Bilingual, OfferingRecord, OutcomeFigure, Phase, Programme, ProgrammeSkill, WhoPays } from '../programme.ts'
import type { Taught } from '../training-world.ts'
import { allColumns, headerOf, separator, type TrainingColumn } from './columns.ts'
import { dayCell } from './lesson-days.ts'

const cefr = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const

/**
 * Programmes as CSV with the columns that the import reads, a row per start (or per offering that has none), a piece of text at a time: what a row can
 * hold comes back the same. No cell is run as a formula by a spreadsheet. Not held: the words a skill was read from, and a programme
 * without offerings.
 */
export async function* toTrainingCsv(trainings: AsyncIterable<Taught> | Iterable<Taught>): AsyncGenerator<string> {
  yield csvMark + csvLine(allColumns.map(headerOf))
  for await (const { programme, offerings } of trainings) {
    const cells = programmeCells(programme)
    for (const offering of offerings) {
      for (const start of offering.facts.starts.length > 0 ? offering.facts.starts : [undefined]) {
        const row: Written = { ...cells, ...offeringCells(offering, start) }
        yield csvLine(allColumns.map((column) => row[column] ?? ''))
      }
    }
  }
}

type Written = { readonly [Column in TrainingColumn]?: string | undefined }

function programmeCells({ id, title, provider, description, facts }: Programme): Written {
  const { targetGroup, admission } = facts
  return {
    id,
    title: title.nl,
    titleEn: title.en,
    provider,
    description: description.nl,
    descriptionEn: description.en,
    form: forms[facts.form],
    weeks: text(facts.weeks),
    hoursPerWeek: text(facts.hoursPerWeek),
    // Empty, an import would look for them in the text.
    outcomes: skillCell(facts.outcomes) || 'geen',
    prerequisites: skillCell(facts.prerequisites),
    language: facts.language && `${facts.language.code}:${cefr[facts.language.level - 1]}`,
    award: facts.award,
    phases: facts.phases?.map(phaseCell).join(` ${separator} `),
    jobGuarantee: yesNo(facts.jobGuarantee),
    ...both('accessibility', 'accessibilityEn', facts.accessibility),
    ...both('targetGroup', 'targetGroupEn', targetGroup?.text),
    preference: targetGroup?.preference ? 'ja' : undefined,
    ...both('preferenceGround', 'preferenceGroundEn', targetGroup?.preference?.ground),
    admission: admission?.map(({ nl }) => nl).join(separator),
    admissionEn: admission?.map(({ en }) => en).join(separator),
    whoPays: facts.whoPays?.map(payerCell).join(separator),
    url: facts.url,
    ...figureCells('completion', facts.completion),
    ...figureCells('placement', facts.placement),
  }
}

function offeringCells(offering: OfferingRecord, start: OfferingRecord['facts']['starts'][number] | undefined): Written {
  const { facts } = offering
  return {
    offering: offering.id,
    online: yesNo(facts.online),
    place: offering.placeName,
    region: offering.region,
    latitude: text(facts.at?.[0]),
    longitude: text(facts.at?.[1]),
    siteDays: text(facts.siteDays),
    lessonDays: facts.lessonDays === undefined ? undefined : dayCell(facts.lessonDays),
    feeEuro: text(facts.feeEuro),
    funding: facts.funding.map(({ scheme, euro }) => `${scheme}:${euro}`).join(separator),
    rolling: facts.rolling ? 'ja' : 'nee',
    start: start?.date,
    seats: text(start?.seats),
    enrolFrom: start?.enrolFrom,
    enrolUntil: start?.enrolUntil,
    incomeMonthEuro: text(facts.incomeMonthEuro),
    job: facts.job,
  }
}

const forms = {
  course: 'cursus',
  bootcamp: 'bootcamp',
  'part-time': 'deeltijd',
  'full-time': 'voltijd',
  dual: 'duaal',
  'self-paced': 'eigen tempo',
} as const

function skillCell(skills: readonly ProgrammeSkill[]): string {
  return skills
    .map(({ skill, level, from }) => (from === undefined ? `${skill}:${level}` : `${skill}:${level}:${from}`))
    .join(separator)
}

const phaseNames = { school: 'school', work: 'werk', workAndSchool: 'werk en school', selfStudy: 'zelfstudie' } as const

function phaseCell({ kind, weeks, schoolDays, workDays, employed, wageMonthEuro }: Phase): string {
  const parts = [
    phaseNames[kind],
    weeks === undefined ? '' : `${weeks} weken`,
    schoolDays === undefined ? '' : `${comma(schoolDays)} dagen school`,
    workDays === undefined ? '' : `${comma(workDays)} dagen werk`,
    employed === undefined ? '' : employed ? 'in dienst' : 'niet in dienst',
    wageMonthEuro === undefined ? '' : `${wageMonthEuro} euro per maand`,
  ]
  return parts.filter((part) => part !== '').join(', ')
}

const parties = {
  participant: 'deelnemer',
  employer: 'werkgever',
  uwv: 'uwv',
  municipality: 'gemeente',
  fund: 'fonds',
  government: 'overheid',
  loan: 'lening',
} as const

function payerCell({ party, euro, text: words }: WhoPays): string {
  if (words) return [parties[party], euro ?? '', words.nl, words.en].join(':')
  return euro === undefined ? parties[party] : `${parties[party]}:${euro}`
}

function figureCells(name: 'completion' | 'placement', figure: OutcomeFigure | undefined): Written {
  if (!figure) return {}
  return {
    [name]: String(figure.of),
    [`${name}OutOf`]: String(figure.outOf),
    [`${name}Cohort`]: figure.cohort,
    [`${name}Source`]: figure.source,
    [`${name}Date`]: figure.date,
  }
}

function both(column: TrainingColumn, english: TrainingColumn, value: Bilingual | undefined): Written {
  return value ? { [column]: value.nl, [english]: value.en } : {}
}

/** With a comma, as Dutch spreadsheets read numbers. */
function comma(value: number): string {
  return String(value).replace('.', ',')
}

function text(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value)
}

function yesNo(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? 'ja' : 'nee'
}
