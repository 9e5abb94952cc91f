/**
 * Imports of vacancies: how fast, and that memory stays flat. `npm run bench import-vacancies [rows] [format...]`; without arguments 20,000 rows of
 * each format. See `measure-import.ts`.
 */
import { type FileWriter, measureImports, wantedRows } from './measure-import.ts'

const rows = wantedRows()

interface Job {
  readonly id: string
  readonly title: string
  readonly employer: string
  readonly place: string
  readonly skills: readonly string[]
  readonly text: string
}

const titles = ['Systeembeheerder', 'Software engineer', 'Tester', 'Data engineer', 'Servicedeskmedewerker']
const places = ['Utrecht', 'Groningen', 'Eindhoven', 'Zwolle', 'Rotterdam']
const skills = ['Python', 'SQL', 'Linux', 'Java', 'Azure', 'Kubernetes', 'Scrum', 'JavaScript']

function job(index: number): Job {
  const pick = <T>(from: readonly T[], step: number): T => from[(index * step) % from.length] as T
  const asked = [pick(skills, 1), pick(skills, 3), pick(skills, 5)]
  return {
    id: `bench-${index}`,
    title: `${pick(titles, 1)} ${index}`,
    employer: `Voorbeeldbedrijf ${index % 3000}`,
    place: pick(places, 7),
    skills: asked,
    text: `Wij zoeken iemand voor opdracht ${index}. Je werkt met ${asked.join(', ')} in een team van acht. Je hebt minimaal 2 jaar ervaring en spreekt Nederlands op B2-niveau. Wij bieden 32 tot 40 uur per week en een opleidingsbudget.`,
  }
}

/** Each format writes the same jobs. */
const writers: Readonly<Record<string, FileWriter>> = {
  csv: {
    ending: 'csv',
    *write() {
      yield 'nummer;titel;werkgever;plaats;omschrijving;uren;vaardigheden;loon min;loon max;loon per\n'
      for (let at = 0; at < rows; at++) {
        const { id, title, employer, place, skills, text } = job(at)
        yield `${id};${title};${employer};${place};"${text}";32-40;${skills.join('|')};3000;4000;maand\n`
      }
    },
  },
  setu: {
    ending: 'xml',
    *write() {
      yield '<?xml version="1.0" encoding="UTF-8"?>\n<Vacancies xmlns="http://ns.hr-xml.org/2007-04-15">\n'
      for (let at = 0; at < rows; at++) {
        const { id, title, employer, place, skills, text } = job(at)
        yield `<PositionOpeningNL xml:lang="nl"><PositionRecordInfo><Id idOwner="owner"><IdValue>${id}</IdValue></Id><Status>x:put</Status></PositionRecordInfo><PositionProfileNL><Organization><OrganizationName>${employer}</OrganizationName></Organization><PositionDetail><PhysicalLocation><Area type="municipality"><Value>${place}</Value></Area></PhysicalLocation><FunctionName><Name>${title}</Name></FunctionName><FunctionDescription>${text}</FunctionDescription><FunctionRequirementsDescription>${skills.join(', ')}</FunctionRequirementsDescription><HoursPerWeek><Minimum>32</Minimum><Maximum>40</Maximum></HoursPerWeek></PositionDetail></PositionProfileNL></PositionOpeningNL>\n`
      }
      yield '</Vacancies>\n'
    },
  },
  json: {
    ending: 'json',
    *write() {
      for (let at = 0; at < rows; at++) yield `${at === 0 ? '[' : ',\n'}${JSON.stringify(posting(job(at)))}`
      yield ']\n'
    },
  },
  ndjson: {
    ending: 'ndjson',
    *write() {
      for (let at = 0; at < rows; at++) yield `${JSON.stringify(posting(job(at)))}\n`
    },
  },
}

function posting({ id, title, employer, place, skills, text }: Job): unknown {
  return {
    '@type': 'JobPosting',
    ...{ identifier: id, title, description: text, skills },
    hiringOrganization: { name: employer },
    jobLocation: { address: { addressLocality: place } },
  }
}

await measureImports({
  ...{ name: 'vacancies', rows, writers },
  take: ({ vacancies }, file, progress) => vacancies.importFrom(file, { progress }),
})
