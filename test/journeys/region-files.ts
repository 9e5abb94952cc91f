/** What a region might hand over: 5,000 vacancies of which 2 % cannot be read, and 300 programmes in OOAPI. All of it invented. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export const vacancyCount = 5000
export const badVacancyCount = vacancyCount / 50
export const programmeCount = 300
/** One of them says how long it takes in a way that nobody can read. */
export const badProgramme = 123

interface Trade {
  readonly title: string
  readonly skills: readonly string[]
}

const trades: readonly Trade[] = [
  { title: 'Servicedeskmedewerker', skills: ['Microsoft 365', 'Active Directory', 'ITIL'] },
  { title: 'Systeembeheerder', skills: ['Linux', 'Windows Server', 'PowerShell'] },
  { title: 'Softwareontwikkelaar', skills: ['Java', 'SQL', 'Git'] },
  { title: 'Data-analist', skills: ['SQL', 'Power BI', 'Python'] },
  { title: 'Softwaretester', skills: ['Selenium', 'Scrum', 'SQL'] },
  { title: 'Cloud engineer', skills: ['Azure', 'Kubernetes', 'Terraform'] },
]
const towns = ['Groningen', 'Assen', 'Emmen', 'Hoogeveen', 'Delfzijl']
const header = 'nummer;titel;werkgever;plaats;omschrijving;uren;vaardigheden nodig;loon min;loon max;loon per;sluitingsdatum'

/** Each in its own way not a vacancy; the reason that the import gives. */
export const badRows: readonly { readonly row: (number: string) => string; readonly reason: RegExp }[] = [
  { row: (number) => `${number};;Voorbeeld BV;Assen;Zonder titel;32;SQL;3000;4000;maand;`, reason: /title|titel/i },
  { row: (number) => `${number};Te weinig cellen;Voorbeeld BV`, reason: /cell|column/i },
  { row: (number) => `${number};Tester;Voorbeeld BV;Assen;Vreemd loon;32;SQL;veel;4000;maand;`, reason: /veel/ },
  {
    row: (number) => `${number};Tester;Voorbeeld BV;Assen;Vreemde datum;32;SQL;3000;4000;maand;31-02-2099`,
    reason: /31-02-2099/,
  },
]

/** Writes `vacatures.csv` and `opleidingen.json` in `folder`; dates count from `today`, so that the starts lie ahead. */
export async function writeRegionFiles(folder: string, today: Date): Promise<void> {
  await pipeline(Readable.from(vacancyLines(today)), createWriteStream(join(folder, 'vacatures.csv')))
  await pipeline(Readable.from(programmeText(today)), createWriteStream(join(folder, 'opleidingen.json')))
}

function* vacancyLines(today: Date): Generator<string> {
  yield `${header}\n`
  for (let at = 0; at < vacancyCount; at++) {
    const number = `V-${at}`
    if (at % 50 === 49) yield `${badRows[Math.floor(at / 50) % badRows.length]?.row(number)}\n`
    else yield `${vacancyRow(at, number, today)}\n`
  }
}

function vacancyRow(at: number, number: string, today: Date): string {
  const { title, skills } = tradeAt(at)
  const asked = skills.map((skill) => `${skill}:2`).join('|')
  const text = `"Fictieve vacature ${at}. Je werkt in een klein team.\nVoor dit werk hoef je geen diploma te hebben."`
  const cells = [number, `${title} ${at}`, `Voorbeeldbedrijf ${at % 700} (verzonnen)`, towns[at % towns.length], text, '24-36']
  return [...cells, asked, '3000', '3900', 'maand', day(today, 200)].join(';')
}

/** One OOAPI v6 document that holds a list of each kind of record. */
function* programmeText(today: Date): Generator<string> {
  const numbers = Array.from({ length: programmeCount }, (_, at) => at)
  const list = (records: readonly object[]): string => `[\n${records.map((one) => JSON.stringify(one)).join(',\n')}]`
  yield `{"programmes":${list(numbers.map(programme))},\n`
  yield `"programmeOfferings":${list(numbers.map((at) => offering(at, today)))},\n`
  yield `"learningOutcomes":${list(trades.flatMap(({ skills }) => skills).map(outcome))},\n`
  yield `"organisations":${list(Array.from({ length: schoolCount }, (_, at) => school(at)))}}\n`
}

const schoolCount = 12

function programme(at: number): object {
  const { title, skills } = tradeAt(at)
  return {
    programmeId: uuid('programme', at),
    primaryCode: { codeType: 'identifier', code: `P-${at}` },
    programmeType: 'programme',
    name: [
      ...dutch(`Word ${title.toLowerCase()} (${at}, verzonnen)`),
      { language: 'en-GB', value: `Become a ${title} (${at}, invented)` },
    ],
    description: dutch(`Je leert werken met ${skills.join(', ')}.`),
    teachingLanguages: ['nl-NL'],
    studyLoad: [{ studyLoadUnit: 'hour', value: 240 }],
    duration: at === badProgramme ? 'een tijdje' : 'P12W',
    modeOfStudy: 'part_time',
    levelOfQualification: 'eqf_4',
    learningOutcomeIds: skills.map((skill) => uuid('outcome', skill)),
    organisationId: uuid('organisation', at % schoolCount),
  }
}

function outcome(skill: string): object {
  return { learningOutcomeId: uuid('outcome', skill), primaryCode: { codeType: 'identifier', code: skill }, name: dutch(skill) }
}

function school(at: number): object {
  return {
    organisationId: uuid('organisation', at),
    organisationType: 'root',
    primaryCode: { codeType: 'identifier', code: `S-${at}` },
    name: dutch(`Voorbeeldschool ${at} (verzonnen)`),
  }
}

function offering(at: number, today: Date): object {
  const start = 30 + (at % 60)
  return {
    programmeOfferingId: uuid('offering', at),
    primaryCode: { codeType: 'offering_code', code: `O-${at}` },
    name: dutch(`Uitvoering ${at}`),
    programmeId: uuid('programme', at),
    state: 'active',
    modesOfDelivery: ['presential'],
    startDateTime: `${day(today, start)}T09:00:00+01:00`,
    endDateTime: `${day(today, start + 84)}T17:00:00+01:00`,
    maxNumberStudents: 20,
    enrolledNumberStudents: at % 10,
    enrolmentPeriods: [{ startDateTime: `${day(today, -30)}T00:00:00Z`, endDateTime: `${day(today, 20)}T23:00:00Z` }],
    priceInformation: [{ costType: 'total_costs', amount: at % 3 === 0 ? '0.00' : '750.00', currency: 'EUR' }],
    addresses: [{ addressType: 'teaching', city: towns[at % towns.length] }],
  }
}

function tradeAt(at: number): Trade {
  return trades[at % trades.length] as Trade
}

function dutch(value: string): { language: string; value: string }[] {
  return [{ language: 'nl-NL', value }]
}

function day(from: Date, daysLater: number): string {
  return new Date(from.getTime() + daysLater * 86_400_000).toISOString().slice(0, 10)
}

function uuid(kind: string, at: number | string): string {
  const hash = createHash('sha256').update(`${kind} ${at}`).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
