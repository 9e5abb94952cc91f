/**
 * Imports of trainings: how fast, and that memory stays flat. `npm run bench import-trainings [rows] [format...]`; without arguments 20,000 rows of
 * each format. A row is a start; four starts are a programme. See `measure-import.ts`.
 */
import { randomUUID } from 'node:crypto'
import { type FileWriter, measureImports, wantedRows } from './measure-import.ts'

const rows = wantedRows()
const startsOfOne = 4
const skills = ['Python', 'SQL', 'Linux', 'Java', 'Azure', 'Kubernetes', 'Scrum', 'JavaScript']
const taught = (at: number): string[] => [1, 3, 5].map((step) => skills[(at * step) % skills.length] as string)

const writers: Readonly<Record<string, FileWriter>> = {
  csv: {
    ending: 'csv',
    *write() {
      yield 'nummer;titel;aanbieder;omschrijving;leert;weken;uren per week;uitvoering;plaats;startdatum;prijs\n'
      for (let at = 0; at < rows; at++) {
        const of = Math.floor(at / startsOfOne)
        yield `P${of};Opleiding ${of};Voorbeeldschool ${of % 300};Je leert ${taught(of).join(' en ')} in een groep van twaalf.;${taught(of).join('|')};20;16;U1;Utrecht;2027-0${(at % startsOfOne) + 1}-01;750\n`
      }
    },
  },
  ooapi: {
    ending: 'json',
    *write() {
      const organisationId = randomUUID()
      yield `{"organisations":[{"organisationId":"${organisationId}","name":[{"language":"nl","value":"Voorbeeldschool"}]}],"items":[`
      for (let at = 0; at < rows; at++) {
        const of = Math.floor(at / startsOfOne)
        const record = at % startsOfOne === 0 ? programme(of, organisationId) : offering(at, of)
        yield `${at === 0 ? '\n' : ',\n'}${JSON.stringify(record)}`
      }
      yield ']}\n'
    },
  },
}

function programme(of: number, organisationId: string): object {
  return {
    programmeId: `p-${of}`,
    name: [{ language: 'nl', value: `Opleiding ${of}` }],
    description: [{ language: 'nl', value: `Je leert ${taught(of).join(' en ')} in een groep van twaalf.` }],
    duration: 'P20W',
    studyLoad: [{ studyLoadUnit: 'hour', value: 320 }],
    organisationId,
  }
}

function offering(at: number, of: number): object {
  return {
    programmeOfferingId: `f-${at}`,
    programmeId: `p-${of}`,
    startDateTime: `2027-0${(at % startsOfOne) + 1}-01T09:00:00+01:00`,
    priceInformation: [{ costType: 'total_costs', amount: '750.00', currency: 'EUR' }],
    addresses: [{ addressType: 'teaching', city: 'Utrecht' }],
  }
}

await measureImports({
  ...{ name: 'trainings', rows, writers },
  take: ({ trainings }, file, progress) => trainings.importFrom(file, { progress }),
})
