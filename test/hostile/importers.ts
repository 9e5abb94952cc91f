/** Every way in for files. Another importer, or another kind of file for one, is one more line here. */
import type { Dice } from '../../benchmarks/dice.ts'
import type { Modules } from '../../src/modules/index.ts'
import { csvFile } from './csv-files.ts'
import { cvFile } from './cv-files.ts'
import { honestOpening, honestPosting, honestVacancyRow } from './honest-records.ts'
import {
  honestProgramme,
  honestRdf,
  honestSkosJson,
  honestTrainingRow,
  honestTrainings,
  honestTurtle,
} from './honest-trainings.ts'
import { jsonFile, linesFile, pageFile } from './json-files.ts'
import { turtleFile } from './turtle-files.ts'
import { xmlFile } from './xml-files.ts'
import { zipFile } from './zip-files.ts'

export interface FileFamily {
  readonly ending: string
  make(dice: Dice): Buffer
  /** Gives the report of the import. */
  take(modules: Modules, path: string): Promise<unknown>
}

const vacancies = (modules: Modules, path: string): Promise<unknown> => modules.vacancies.importFrom(path)
const tried = (modules: Modules, path: string): Promise<unknown> => modules.vacancies.importFrom(path, { dryRun: true })
const trainings = (modules: Modules, path: string): Promise<unknown> => modules.trainings.importFrom(path)
/** Versions side by side, as an operator would try one after the other. */
const taxonomy = (modules: Modules, path: string): Promise<unknown> =>
  modules.skills.taxonomies.import(path, { scheme: 'hostile', version: path.replace(/\D/g, '').slice(-6) })

/** A proposal keeps nothing, so there is nothing to count. */
async function cv({ people, skills }: Modules, path: string): Promise<unknown> {
  const catalogue = await skills.catalogue()
  people.readOpenedCv(await people.openCv({ path }, catalogue), catalogue)
  return { counts: {} }
}

export const fileFamilies = {
  'vacancies-csv': { ending: '.csv', make: (dice) => csvFile(dice, honestVacancyRow), take: vacancies },
  'vacancies-json': { ending: '.json', make: (dice) => jsonFile(dice, honestPosting), take: vacancies },
  'vacancies-ndjson': { ending: '.ndjson', make: (dice) => linesFile(dice, honestPosting), take: vacancies },
  'vacancies-html': { ending: '.html', make: (dice) => pageFile(dice, honestPosting), take: vacancies },
  'vacancies-xml': { ending: '.xml', make: (dice) => xmlFile(dice, honestOpening), take: vacancies },
  'vacancies-tried': { ending: '.bin', make: (dice) => csvFile(dice, honestVacancyRow), take: tried },
  'trainings-csv': { ending: '.csv', make: (dice) => csvFile(dice, honestTrainingRow), take: trainings },
  'trainings-json': { ending: '.json', make: (dice) => jsonFile(dice, honestTrainings), take: trainings },
  'trainings-ndjson': { ending: '.ndjson', make: (dice) => linesFile(dice, honestProgramme), take: trainings },
  'skos-turtle': { ending: '.ttl', make: (dice) => turtleFile(dice, honestTurtle), take: taxonomy },
  'skos-json': { ending: '.jsonld', make: (dice) => jsonFile(dice, honestSkosJson), take: taxonomy },
  'skos-rdf': { ending: '.rdf', make: (dice) => xmlFile(dice, honestRdf), take: taxonomy },
  cv: { ending: '.bin', make: cvFile, take: cv },
  esco: { ending: '.zip', make: zipFile, take: (modules, path) => modules.skills.importEsco(path) },
} as const satisfies Readonly<Record<string, FileFamily>>

export type FileFamilyName = keyof typeof fileFamilies
