import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { Conflict, type Database, Invalid, type Outside, type Progress } from '../../../platform/index.ts'
import type { ImportRun, ImportRuns, Reject } from '../../imports/index.ts'
import { createEscoStore, type LostClaims } from '../esco/esco-store.ts'
import { BroaderTree } from './broader-circles.ts'
import { type Equatable, findEqualClasses } from './equal-classes.ts'
import { PartGatherer } from './gather-parts.ts'
import { type KnownLinks, keepUsable } from './keep-usable.ts'
import { type PropertyNames, readPropertyNames } from './property-names.ts'
import { readSubjects, type SchemeFacts } from './read-subjects.ts'
import { readTriples, type TaxonomyFormat } from './read-triples.ts'
import { languageProblem, type ReadAs } from './skos-concept.ts'
import { checkScheme, checkVersion } from './taxonomy-name.ts'
import { createTaxonomyStore, type LostConcept, type Taxonomy, type TaxonomyStore } from './taxonomy-store.ts'

export interface TaxonomyOptions {
  readonly scheme: string
  readonly version: string
  readonly name?: string
  readonly format?: TaxonomyFormat
  /** What concepts are whose class does not tell: skills that are capabilities, unless said otherwise. */
  readonly type?: ReadAs['type']
  readonly kind?: ReadAs['kind']
  /** Of texts that name no language. */
  readonly labelLanguage?: string
  /** Puts it in use also when another version is. The first version of a taxonomy is always put in use. */
  readonly use?: boolean
  readonly progress?: Progress
  readonly signal?: AbortSignal
}

export interface TaxonomyReport {
  readonly changed: boolean
  readonly scheme: string
  readonly version: string
  readonly inUse: boolean
  readonly run?: string
  readonly counts: Readonly<Record<string, number>>
  /** The first hundred; all of them stand in the record under the run. */
  readonly rejects: readonly Reject[]
  readonly rejected: number
  readonly lostClaims: readonly LostClaims[]
  readonly lostVacancies: readonly LostConcept[]
  readonly message: string
}

/** What an import needs of the taxonomies that are loaded. */
export interface LoadedConcepts {
  /** The taxonomy that holds this concept. */
  schemeOf(id: string): string | undefined
  /** Concepts of all but this taxonomy, with what they equal. */
  equatable(butOf: string): Iterable<Equatable>
}

interface Parts {
  readonly db: Database
  readonly outside: Outside
  readonly runs: ImportRuns
  readonly loaded: LoadedConcepts
}

/**
 * Reads a taxonomy in SKOS as one version of one scheme. Statements are gathered by subject in the record, some at a time, then made into
 * concepts; only when all of it stands does the version count. Whatever goes wrong leaves what was there.
 *
 * @throws Invalid (file, line and what to do) and Conflict (an import of a taxonomy runs, or this one was stopped)
 */
export async function importTaxonomy(parts: Parts, path: string, options: TaxonomyOptions): Promise<TaxonomyReport> {
  const { db, outside, runs } = parts
  const [scheme, version] = [checkScheme(options.scheme), checkVersion(options.version)]
  const readAs: ReadAs = {
    type: options.type ?? 'skill',
    kind: options.kind ?? 'capability',
    language: options.labelLanguage ?? 'und',
  }
  if (languageProblem(readAs.language) !== undefined) throw new Invalid('label-language', languageProblem(readAs.language) ?? '')
  const store = createTaxonomyStore(db)
  const names = await readPropertyNames()
  const before = (await store.list()).filter((one) => one.scheme === scheme)
  const same = before.find((one) => one.version === version)
  const used = before.find(({ inUse }) => inUse)
  const checksum = await checksumOf(path, [readAs, options.name, options.format, [...names.properties], [...names.classes]])
  const use = options.use === true || used === undefined || used.id === same?.id
  if (same?.checksum === checksum) return unchanged(same, use && !same.inUse)

  const step: Step = { what: `reading ${basename(path)}`, done: 0 }
  const counts: Record<string, number> = {}
  let lost: string[] = []
  let id = ''
  const report = await runs
    .run(
      'taxonomy',
      basename(path),
      {
        // Told by the batches, in the words of the step that they belong to.
        progress: () => options.progress?.({ ...step }),
        ...(options.signal ? { signal: options.signal } : {}),
      },
      async (run) => {
        id = run.id
        const work: Work = { store, run, names, readAs, path, scheme, options, step, loaded: parts.loaded }
        try {
          await store.clearStaged(id)
          await stageParts(work)
          const facts = await stageConcepts(work, { version, checksum, now: outside.clock.now() })
          Object.assign(counts, facts)
          lost = use && used ? await store.lost(used.id, id) : []
          let landed = false
          await run
            .batch(0, async (inside) => {
              const replaces = same === undefined ? {} : { replaces: same.id }
              await store.land(inside, { id, use, ...replaces, ...(used ? { before: used.id } : {}) }, counts)
              landed = true
              return { counts }
            })
            .catch((error: unknown) => {
              // Asked to stop after it stood: then it stands.
              if (!(landed && options.signal?.aborted)) throw error
            })
          if (same) await store.drop(same.id)
        } finally {
          await store.clearStaged(id)
        }
      },
      () => messageOf(scheme, version, counts, use),
    )
    .catch((error: unknown) => {
      if (error instanceof Conflict && options.signal?.aborted) throw stopped()
      throw error
    })
  return {
    changed: true,
    scheme,
    version,
    inUse: use,
    run: report.run,
    counts,
    rejects: report.rejects,
    rejected: report.rejected,
    lostClaims: lost.length === 0 ? [] : await createEscoStore(db).countClaims(lost),
    lostVacancies: lost.length === 0 ? [] : await store.countVacancies(lost),
    message: report.message,
  }
}

function stopped(): Conflict {
  return new Conflict('The import was stopped before its end. Nothing was changed; start it again.')
}

function unchanged(same: Taxonomy, couldBeUsed: boolean): TaxonomyReport {
  const { scheme, version, inUse, counts } = same
  const how = couldBeUsed ? ` It is not in use: schakel taxonomies use ${scheme}@${version}` : ''
  const message = `${scheme} ${version} is loaded already, from this file. Nothing was changed.${how}`
  return { changed: false, scheme, version, inUse, counts, rejects: [], rejected: 0, lostClaims: [], lostVacancies: [], message }
}

/** Of the file and of all that decides how it is read. */
async function checksumOf(path: string, how: unknown): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(how))
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  } catch {
    throw new Invalid(path, `There is no file ${path} that can be read.`)
  }
  return hash.digest('hex').slice(0, 32)
}

export interface Work {
  readonly store: TaxonomyStore
  readonly run: ImportRun
  readonly names: PropertyNames
  readonly readAs: ReadAs
  readonly path: string
  readonly scheme: string
  readonly options: TaxonomyOptions
  readonly step: Step
  readonly loaded: LoadedConcepts
}

/** What the import is at now. */
interface Step {
  what: string
  done: number
  total?: number
}

async function stageParts({ store, run, names, path, options, step }: Work): Promise<void> {
  const gatherer = new PartGatherer(names)
  let number = 0
  const flush = async (): Promise<void> => {
    const parts = gatherer.take()
    if (parts.length === 0) return
    step.done += parts.length
    await run.batch(parts.length, async (inside) => {
      await store.stageParts(inside, number, parts)
      return {}
    })
    number += parts.length
  }
  for await (const triples of readTriples(path, options.format)) {
    for (const triple of triples) gatherer.add(triple)
    if (gatherer.isFull) await flush()
  }
  await flush()
}

/** Reads the subjects twice: which concepts there are, then each with what of it can be used. */
async function stageConcepts(
  work: Work,
  taxonomy: { readonly version: string; readonly checksum: string; readonly now: number },
): Promise<Record<string, number>> {
  const { store, run, scheme, options, path, step, loaded } = work
  const subjects = step.done
  begin(step, 'looking at what there is', subjects)
  const tree = new BroaderTree()
  const mapped: Equatable[] = []
  const obsolete = new Set<string>()
  let facts: SchemeFacts = { title: '', uri: '', licence: '' }
  for await (const { concepts, schemes, subjects: read } of readSubjects(work)) {
    step.done += read
    for (const { concept } of concepts) {
      if (!concept) continue
      tree.addConcept(concept.id)
      if (concept.status === 'obsolete') obsolete.add(concept.id)
      for (const { relation, target } of concept.links) if (relation === 'broader') tree.addLink(concept.id, target)
      const exact = concept.links.flatMap(({ relation, target }) => (relation === 'exact' ? [target] : []))
      if (exact.length > 0) mapped.push({ id: concept.id, scheme, isCurrent: concept.status === 'current', exact })
    }
    for (const one of schemes) if (facts.uri === '') facts = one
    await run.batch(0, async () => ({}))
  }
  if (tree.size === 0) throw nothing(path)
  begin(step, 'making concepts', step.done)
  const known: KnownLinks = {
    has: (id) => tree.has(id) || (loaded.schemeOf(id) ?? scheme) !== scheme,
    isInCircle: (id, broader) => tree.isInCircle(id, broader),
    contradictions: findEqualClasses(
      loaded.equatable(scheme),
      withTargets(mapped, scheme, (id) => tree.has(id) && !obsolete.has(id)),
    ).contradictions,
  }
  await run.batch(0, async (inside) => {
    const title = options.name ?? (facts.title === '' ? scheme : facts.title)
    const { version, checksum, now } = taxonomy
    await store.stageTaxonomy(
      inside,
      { id: run.id, scheme, version, title, uri: facts.uri, source: basename(path), licence: facts.licence, checksum },
      now,
    )
    return {}
  })
  const counts: Record<string, number> = { skills: 0, occupations: 0, groups: 0, left: 0 }
  for await (const page of readSubjects(work)) {
    const { concepts, rejects } = keepUsable(page, known, basename(path))
    for (const { type } of concepts) counts[`${type}s`] = (counts[`${type}s`] ?? 0) + 1
    counts.left = (counts.left ?? 0) + page.left
    step.done += page.subjects
    await run.batch(0, async (inside) => {
      await store.stageConcepts(inside, run.id, concepts)
      return { rejects }
    })
  }
  return counts
}

function begin(step: Step, what: string, total: number): void {
  Object.assign(step, { what, done: 0, total })
}

/** Concepts without a mapping of their own can still be one of two that are made the same. */
function* withTargets(mapped: readonly Equatable[], scheme: string, isOwn: (id: string) => boolean): Generator<Equatable> {
  yield* mapped
  for (const id of new Set(mapped.flatMap(({ exact }) => exact))) {
    if (isOwn(id)) yield { id, scheme, isCurrent: true, exact: [] }
  }
}

function nothing(path: string): Invalid {
  const name = basename(path)
  return new Invalid(
    name,
    `${name} holds no concept with a label: nothing of the class skos:Concept, nor of a class that data/taxonomies names. Nothing was changed.`,
  )
}

function messageOf(scheme: string, version: string, counts: Readonly<Record<string, number>>, use: boolean): string {
  const number = (what: string): string => (counts[what] ?? 0).toLocaleString('en')
  const groups = (counts.groups ?? 0) > 0 ? `, ${number('groups')} groups` : ''
  const left = (counts.left ?? 0) > 0 ? ` ${number('left')} things of other classes were passed over.` : ''
  const how = use ? 'It is in use.' : `It is not in use: schakel taxonomies use ${scheme}@${version}`
  return `${scheme} ${version}: ${number('skills')} skills, ${number('occupations')} occupations${groups}.${left} ${how}`
}
