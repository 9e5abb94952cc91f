/**
 * Imports of vacancies: how fast, and that memory stays flat. `npm run bench import-vacancies [rows] [format...]` makes a file per format in
 * the temporary folder, imports it into a PGlite in a folder of its own (or into DATABASE_URL's PostgreSQL, in a schema of its own), and prints
 * memory at a tenth and at the end. Without arguments 20,000 rows of each format.
 */
import { spawnSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createModules } from '../src/modules/index.ts'
import {
  createIds,
  type Database,
  type DatabasePlace,
  type Log,
  migrate,
  openDatabase,
  systemClock,
} from '../src/platform/index.ts'

const silent: Log = { info() {}, warn() {}, error() {} }
const mib = 2 ** 20
const schema = 'schakel_bench_import'
const [wantedRows, ...wantedFormats] = process.argv.slice(2)
const rows = Number(wantedRows ?? 20_000)

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
const writers: Readonly<Record<string, { readonly ending: string; write(): Generator<string> }>> = {
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

const formats = wantedFormats.length > 0 ? wantedFormats : Object.keys(writers)
const folder = mkdtempSync(join(tmpdir(), 'schakel-bench-'))
try {
  const [only, ...others] = formats
  // Each in a process of its own: memory that one leaves behind is not the next one's.
  if (others.length === 0) await measure(only ?? '')
  else
    for (const format of formats) spawnSync(process.execPath, [process.argv[1] ?? '', String(rows), format], { stdio: 'inherit' })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit()

async function measure(format: string): Promise<void> {
  const writer = writers[format]
  if (!writer) throw new Error(`There is no format "${format}". There are: ${Object.keys(writers).join(', ')}.`)
  const file = join(folder, `vacancies.${writer.ending}`)
  await pipeline(Readable.from(writer.write()), createWriteStream(file))
  const db = await openEmpty()
  const modules = await createModules({ db, clock: systemClock, ids: createIds(systemClock), log: silent })
  await modules.skills.loadStarter(join(import.meta.dirname, '../data/vocabulary'))
  let atTenth = 0
  let highest = 0
  const begun = performance.now()
  const report = await modules.vacancies.importFrom(file, {
    progress: ({ done }) => {
      const now = process.memoryUsage.rss()
      if (atTenth === 0 && done >= rows / 10) atTenth = now
      highest = Math.max(highest, now)
    },
  })
  const seconds = (performance.now() - begun) / 1000
  const inMib = (bytes: number): string => (bytes / mib).toFixed(0)
  console.log(
    `${format} on ${db.kind}: ${rows} rows, ${inMib(statSync(file).size)} MB in ${seconds.toFixed(0)} s, ${(rows / seconds).toFixed(0)} a second; memory ${inMib(atTenth)} MB at a tenth, ${inMib(process.memoryUsage.rss())} MB at the end, ${inMib(highest)} MB at most. ${report.message}`,
  )
  await db.close()
  rmSync(file)
}

async function openEmpty(): Promise<Database> {
  const url = process.env.DATABASE_URL
  const place: DatabasePlace = url
    ? { kind: 'postgresql', url, schema }
    : { kind: 'pglite', folder: mkdtempSync(join(folder, 'pglite-')) }
  if (url) {
    const owner = await openDatabase({ kind: 'postgresql', url }, silent)
    await owner.runScript(`drop schema if exists ${schema} cascade; create schema ${schema}`)
    await owner.close()
  }
  const db = await openDatabase(place, silent)
  await migrate(db)
  return db
}
