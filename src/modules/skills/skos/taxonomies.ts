import { Conflict, type Database, NotFound, type Outside } from '../../../platform/index.ts'
import type { ImportRuns } from '../../imports/index.ts'
import { createEscoStore, type LostClaims } from '../esco/esco-store.ts'
import type { SkillsStore } from '../skills-store.ts'
import { importTaxonomy, type LoadedConcepts, type TaxonomyOptions, type TaxonomyReport } from './import-taxonomy.ts'
import { parseTaxonomyName } from './taxonomy-name.ts'
import { createTaxonomyStore, type LostConcept, type Taxonomy } from './taxonomy-store.ts'
import { type ExportedConcept, type ExportFormat, exportable, writeSkos } from './write-skos.ts'

/** What people and vacancies named, and what is gone now without a successor. */
export interface Lost {
  readonly claims: readonly LostClaims[]
  readonly vacancies: readonly LostConcept[]
}

/** Taxonomies in SKOS: read, versions side by side, one of each in use, and out again. */
export interface Taxonomies {
  import(path: string, options: TaxonomyOptions): Promise<TaxonomyReport>
  /** All versions, by taxonomy; those that came with the program or from ESCO's CSV are not among them. */
  list(): Promise<readonly Taxonomy[]>
  /** @param name as `competentnl@1.0`. @throws NotFound, Invalid */
  use(name: string): Promise<Lost>
  /** @throws NotFound, Invalid, and Conflict for the version in use while another one is there */
  remove(name: string): Promise<Lost>
  /**
   * A taxonomy as SKOS, in pieces: the version in use, or the one that is named; `schakel` and `esco` too.
   * @throws NotFound, Invalid
   */
  export(name: string, format: ExportFormat): Promise<AsyncIterable<string>>
  /** At start: throws away what a killed import staged. */
  repair(): Promise<void>
}

export interface TaxonomiesParts {
  readonly db: Database
  readonly outside: Outside
  readonly runs: ImportRuns
  readonly skills: Pick<SkillsStore, 'concepts' | 'schemes'>
  /** What is loaded now. */
  readonly loaded: () => Promise<LoadedConcepts>
}

export function createTaxonomies({ db, outside, runs, skills, loaded }: TaxonomiesParts): Taxonomies {
  const store = createTaxonomyStore(db)

  async function find(name: string): Promise<{ readonly taxonomy: Taxonomy; readonly used: Taxonomy | undefined }> {
    const { scheme, version } = parseTaxonomyName(name)
    const all = (await store.list()).filter((one) => one.scheme === scheme)
    const taxonomy = all.find((one) => one.version === version)
    if (!taxonomy) throw new NotFound('taxonomy', name)
    return { taxonomy, used: all.find(({ inUse }) => inUse) }
  }

  async function lostBy(concepts: readonly string[]): Promise<Lost> {
    if (concepts.length === 0) return { claims: [], vacancies: [] }
    return { claims: await createEscoStore(db).countClaims(concepts), vacancies: await store.countVacancies(concepts) }
  }

  return {
    import: async (path, options) => importTaxonomy({ db, outside, runs, loaded: await loaded() }, path, options),
    list: () => store.list(),
    async use(name) {
      const { taxonomy, used } = await find(name)
      if (taxonomy.inUse) return { claims: [], vacancies: [] }
      const lost = used ? await store.lost(used.id, taxonomy.id) : []
      await store.use(taxonomy.id, used?.id)
      return lostBy(lost)
    },
    async remove(name) {
      const { taxonomy } = await find(name)
      const others = (await store.list()).filter(({ scheme, id }) => scheme === taxonomy.scheme && id !== taxonomy.id)
      if (taxonomy.inUse && others.length > 0) {
        const other = `${others[0]?.scheme}@${others[0]?.version}`
        throw new Conflict(`${name} is in use. Put another version in use first: schakel taxonomies use ${other}`)
      }
      const lost = taxonomy.inUse ? await store.lost(taxonomy.id, undefined) : []
      await store.remove(taxonomy.id)
      return lostBy(lost)
    },
    async export(name, format) {
      const [scheme = '', version] = name.split('@')
      if (scheme === 'schakel' || scheme === 'esco') {
        const loaded = (await skills.schemes()).find(({ id }) => id === scheme)
        if (!loaded || (version !== undefined && version !== loaded.version)) throw new NotFound('taxonomy', name)
        return writeSkos(
          { scheme, version: loaded.version, title: scheme, uri: '', licence: '' },
          ofScheme(skills, scheme),
          format,
        )
      }
      const { taxonomy } = version === undefined ? { taxonomy: await inUse(scheme) } : await find(name)
      return writeSkos(taxonomy, ofTaxonomy(taxonomy.id), format)
    },
    repair: () => store.clearStagedByDead(outside.clock.now()),
  }

  async function inUse(scheme: string): Promise<Taxonomy> {
    const found = (await store.list()).find((one) => one.scheme === scheme && one.inUse)
    if (!found) throw new NotFound('taxonomy', scheme)
    return found
  }

  async function* ofTaxonomy(id: string): AsyncGenerator<ExportedConcept> {
    for await (const page of store.conceptsOf(id)) for (const row of page) yield exportable(row, row.rest)
  }
}

async function* ofScheme(skills: Pick<SkillsStore, 'concepts'>, scheme: string): AsyncGenerator<ExportedConcept> {
  for await (const page of skills.concepts()) for (const row of page) if (row.scheme === scheme) yield exportable(row, {})
}
