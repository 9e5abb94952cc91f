import type { Database, Outside } from '../../platform/index.ts'
import { createImportRuns, type ImportRuns } from '../imports/index.ts'
import { type BuiltCatalogue, CatalogueBuilder } from './build-catalogue.ts'
import type { Catalogue } from './catalogue.ts'
import type { EscoReport } from './esco/esco-report.ts'
import { createEscoStore } from './esco/esco-store.ts'
import { type EscoOptions, importEsco } from './esco/import-esco.ts'
import { createSkillsStore, type SkillsStore } from './skills-store.ts'
import { createTaxonomies, type Taxonomies } from './skos/taxonomies.ts'
import { createTaxonomyStore, type TaxonomyStore } from './skos/taxonomy-store.ts'
import { readStarterVocabulary } from './starter-vocabulary.ts'

export interface StarterReport {
  /** False: this vocabulary is loaded already and nothing was done. */
  readonly changed: boolean
  readonly skills: number
  readonly occupations: number
}

/** The taxonomies: loading them, and all of them in memory. */
export interface Skills {
  /** The catalogue of the revision that the record holds now; read again only when that has changed. */
  catalogue(): Promise<Catalogue>
  /** The catalogue as it was last read, without looking at the record. Empty before the first time. */
  current(): Catalogue
  /** Looks at the record now. The same as `catalogue()`, for who needs no answer. */
  refresh(): Promise<void>
  /** Loads the vocabulary we wrote. The same data again changes nothing. Throws `Invalid` with file and record. */
  loadStarter(folder: string): Promise<StarterReport>
  /** Imports a release of ESCO from one or more folders or zip files; see `importEsco`. */
  importEsco(paths: string | readonly string[], options?: EscoOptions): Promise<EscoReport>
  /** Taxonomies in SKOS, their versions side by side. */
  readonly taxonomies: Taxonomies
  /** Fails imports that a killed process left behind, and clears what they staged. Call it at start. Gives their number. */
  repairRuns(): Promise<number>
}

/** @param runs shared with other imports where there are any, so that all of them are kept in one way */
export function createSkills({
  db,
  clock,
  ids,
  log,
  runs,
}: Outside & { readonly db: Database; readonly runs?: ImportRuns }): Skills {
  const store = createSkillsStore(db)
  const taxonomyStore = createTaxonomyStore(db)
  let revision = -1
  let catalogue = new CatalogueBuilder().build([])
  let reading: Promise<BuiltCatalogue> | undefined
  let importsHere = 0
  const taxonomies = createTaxonomies({
    db,
    outside: { clock, ids, log },
    runs: runs ?? createImportRuns({ db, clock, ids, log }),
    skills: store,
    async loaded() {
      const read = await current()
      return { schemeOf: (id) => read.find(id)?.scheme, equatable: (butOf) => read.equatable(butOf) }
    },
  })
  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    importsHere++
    try {
      return await work()
    } finally {
      importsHere--
    }
  }

  async function lookAndRead(): Promise<BuiltCatalogue> {
    let now = await store.revision()
    while (now !== revision) {
      const started = clock.now()
      const read = await readCatalogue(store, taxonomyStore)
      // A switch between two pages would mix two releases: read again.
      const after = await store.revision()
      if (after === now) {
        catalogue = read
        revision = now
        log.info('the catalogue is current', { version: catalogue.version, ms: clock.now() - started })
      }
      now = after
    }
    return catalogue
  }

  function current(): Promise<BuiltCatalogue> {
    // Requests that arrive while one reads share its answer.
    reading ??= lookAndRead().finally(() => {
      reading = undefined
    })
    return reading
  }

  return {
    catalogue: current,
    current: () => catalogue,
    async refresh() {
      await current()
    },
    async loadStarter(folder) {
      const vocabulary = await readStarterVocabulary(folder)
      const loaded = (await store.schemes()).find(({ id }) => id === 'schakel')
      const count = (type: string): number => vocabulary.concepts.filter((concept) => concept.type === type).length
      const counts = { skills: count('skill'), occupations: count('occupation') }
      if (loaded?.checksum === vocabulary.checksum) return { changed: false, ...counts }
      await store.replaceStarter(vocabulary.concepts, {
        version: vocabulary.checksum.slice(0, 8),
        checksum: vocabulary.checksum,
        now: clock.now(),
      })
      return { changed: true, ...counts }
    },
    importEsco: (paths, options) => counted(() => importEsco(db, { clock, ids, log }, [paths].flat(), options)),
    taxonomies: { ...taxonomies, import: (path, options) => counted(() => taxonomies.import(path, options)) },
    async repairRuns() {
      // An import that runs in this very process is not dead.
      if (importsHere > 0) return 0
      await taxonomies.repair()
      return createEscoStore(db).repairRuns(clock.now())
    },
  }
}

async function readCatalogue(store: SkillsStore, taxonomies: TaxonomyStore): Promise<BuiltCatalogue> {
  const builder = new CatalogueBuilder()
  const rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
  for await (const page of store.concepts()) {
    builder.add(page)
    await rest()
  }
  for await (const page of taxonomies.conceptsInUse()) {
    builder.add(page, true)
    await rest()
  }
  return builder.build([...(await store.schemes()), ...(await taxonomies.schemesInUse())])
}
