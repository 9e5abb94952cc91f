import { createHash } from 'node:crypto'
import { Conflict, type Database, Invalid, type Outside, type Progress } from '../../../platform/index.ts'
import { carryOver, type Loaded, loadCurrent } from './carry-over.ts'
import { type EscoFiles, type RelationFileKind, recognise, versionIn } from './esco-files.ts'
import { countAll, type EscoReport, lostClaimsMessage, messageOf, type RelationCounts } from './esco-report.ts'
import { createEscoStore, type EscoStore, type StagedConcept, type StagedLabel } from './esco-store.ts'
import { openRelease } from './open-release.ts'
import { type EscoConcept, readConcepts } from './read-concepts.ts'
import { type ReadRelations, readRelations } from './read-relations.ts'
import { Rejects } from './rejects.ts'
import type { OpenRelease } from './release.ts'

export interface EscoOptions {
  readonly progress?: Progress
  /** Stops the import between two batches; nothing is changed then. */
  readonly signal?: AbortSignal
  /** Reads labels in this language only. */
  readonly language?: string
  /** When it does not stand in the name of the folder or file. */
  readonly version?: string
}

export const escoNotice = 'This service uses the ESCO classification of the European Commission.'

const batchSize = 2_000

/**
 * Reads one or more folders or zip files of an ESCO release (languages come in separate downloads), and makes it the release that
 * counts. Staged in small batches and switched in one transaction: until then the site goes on with what was there, and
 * whatever goes wrong leaves that. Throws `Invalid` (file, line and what to do) and `Conflict` (an import runs, or it was stopped).
 */
export async function importEsco(
  db: Database,
  outside: Outside,
  paths: readonly string[],
  options: EscoOptions = {},
): Promise<EscoReport> {
  if (paths.length === 0) throw new Invalid('esco', 'Give the folder or zip file of an ESCO release.')
  const store = createEscoStore(db)
  const releases: OpenRelease[] = []
  try {
    for (const path of paths) releases.push(await openRelease(path))
    const files = recognise(releases, options.language)
    const scheme = await store.findScheme()
    const checksums = await checksumsOf(files, options)
    if (scheme && checksums.every((checksum) => scheme.checksum.split('+').includes(checksum))) return unchanged(scheme.version)
    if (!files.structure && !scheme) {
      throw new Invalid(
        paths.join(' '),
        'These files hold labels only, and no release of ESCO is loaded. Give the folder with the relations too: schakel import esco <release> <labels>.',
      )
    }
    return await run({ store, outside, files, options, paths, scheme, checksums })
  } finally {
    for (const release of releases) release.close()
  }
}

function unchanged(version: string): EscoReport {
  return {
    changed: false,
    version,
    lostClaims: [],
    rejects: [],
    message: `ESCO ${version} is loaded already, with these files. Nothing was changed.`,
  }
}

/** One checksum per part: name and content of every file that is read. */
async function checksumsOf(files: EscoFiles, options: EscoOptions): Promise<string[]> {
  const checksums: string[] = []
  let done = 0
  const total = files.parts.reduce((sum, part) => sum + part.files.length, 0)
  for (const part of files.parts) {
    const whole = createHash('sha256')
    for (const file of part.files) {
      stopWhenAsked(options.signal)
      const one = createHash('sha256')
      for await (const chunk of await file.open()) one.update(chunk)
      whole.update(`${file.name} ${one.digest('hex')}\n`)
      options.progress?.({ what: 'looking whether this release is new', done: ++done, total })
    }
    checksums.push(whole.digest('hex').slice(0, 32))
  }
  return checksums
}

interface Work {
  readonly store: EscoStore
  readonly outside: Outside
  readonly files: EscoFiles
  readonly options: EscoOptions
  readonly paths: readonly string[]
  readonly scheme: { readonly version: string; readonly checksum: string } | undefined
  readonly checksums: readonly string[]
}

async function run(work: Work): Promise<EscoReport> {
  const { store, outside } = work
  const id = outside.ids.next()
  await store.startRun(id, work.paths.join(' '), outside.clock.now())
  try {
    await store.clearStaging()
    return await importRun(work, id)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    await store.failRun(id, message, outside.clock.now())
    await store.clearStaging()
    throw error
  }
}

async function importRun(work: Work, id: string): Promise<EscoReport> {
  const { store, outside, files, options } = work
  const breathe = breather(work, id)
  const rejects = new Rejects()
  const loaded = await loadCurrent(store)
  const concepts = files.structure ? new Map<string, EscoConcept>() : loaded.asConcepts()
  await readAllConcepts(work, concepts, rejects, breathe)
  const version = versionOf(work)
  const vanished = carryOver(loaded, concepts, files.labels)

  await stageConcepts(work, concepts, loaded, version, breathe)
  const relations = files.structure
    ? await stageRelations(work, concepts, rejects, breathe)
    : await keepRelations(work, concepts, breathe)
  await store.writeRejects(id, rejects.kept)

  const counts = countAll(concepts, loaded, relations, rejects, vanished)
  const message = messageOf(version, counts)
  const checksum = [...(files.structure ? [] : (work.scheme?.checksum.split('+') ?? [])), ...work.checksums]
  options.progress?.({ what: 'switching over', done: 0, total: 1 })
  await store.switchOver(
    id,
    {
      title: 'ESCO',
      version,
      source: 'https://esco.ec.europa.eu/en/use-esco/download',
      licence: `Commission decision 2011/833/EU, reuse with attribution. ${escoNotice}`,
      checksum: [...new Set(checksum)].join('+'),
    },
    counts,
    message,
    outside.clock.now(),
  )
  options.progress?.({ what: 'switching over', done: 1, total: 1 })
  const lostClaims = vanished.length === 0 ? [] : await store.countClaims(vanished)
  outside.log.info(message, { run: id, rejected: rejects.count, lostConcepts: lostClaims.length })
  return {
    changed: true,
    version,
    run: id,
    counts,
    lostClaims,
    rejects: rejects.kept,
    message: message + lostClaimsMessage(lostClaims),
  }
}

/** Called between batches: lets requests through, stops when asked, tells that the run is alive. */
function breather({ store, outside, options }: Work, id: string): () => Promise<void> {
  const everyMs = 5_000
  let toldAt = outside.clock.now()
  return async () => {
    stopWhenAsked(options.signal)
    await new Promise((resolve) => setImmediate(resolve))
    const now = outside.clock.now()
    if (now - toldAt < everyMs) return
    toldAt = now
    await store.keepAlive(id, now)
  }
}

function stopWhenAsked(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Conflict('The import was stopped before its end. Nothing was changed; start it again.')
}

async function readAllConcepts(
  { files, options }: Work,
  concepts: Map<string, EscoConcept>,
  rejects: Rejects,
  breathe: () => Promise<void>,
): Promise<void> {
  for (const file of files.labels) {
    const onRow = async (done: number): Promise<void> => {
      options.progress?.({ what: file.name, done })
      await breathe()
    }
    const rows = await readConcepts(file, concepts, rejects, files.structure, onRow)
    options.progress?.({ what: file.name, done: rows, total: rows })
  }
}

function versionOf({ files, options, scheme, checksums }: Work): string {
  if (!files.structure && scheme) return scheme.version
  if (options.version !== undefined) return options.version
  for (const part of files.parts) {
    const version = versionIn(part.name)
    if (version !== undefined) return version
  }
  return `unknown-${checksums[0]?.slice(0, 8)}`
}

async function stageConcepts(
  work: Work,
  concepts: ReadonlyMap<string, EscoConcept>,
  loaded: Loaded,
  version: string,
  breathe: () => Promise<void>,
): Promise<void> {
  const rows = [...concepts.values()].map(
    (concept): StagedConcept => ({
      ...concept,
      replacedBy: concept.replacedBy,
      sinceVersion: loaded.concepts.get(concept.id)?.sinceVersion ?? version,
    }),
  )
  const labels = [...concepts.values()].flatMap(stagedLabels)
  await inBatches(work, 'concepts', rows, work.store.stageConcepts, breathe)
  await inBatches(work, 'labels', labels, work.store.stageLabels, breathe)
}

function stagedLabels(concept: EscoConcept): StagedLabel[] {
  const staged: StagedLabel[] = []
  for (const [language, { preferred, alternatives, hidden }] of concept.labels) {
    const add = (kind: StagedLabel['kind'], label: string): void => {
      staged.push({ concept: concept.id, language, kind, label })
    }
    if (preferred !== undefined) add('preferred', preferred)
    for (const label of alternatives) add('alternative', label)
    for (const label of hidden) add('hidden', label)
  }
  return staged
}

async function inBatches<T>(
  { options }: Work,
  what: string,
  rows: readonly T[],
  write: (batch: readonly T[]) => Promise<void>,
  breathe: () => Promise<void>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += batchSize) {
    await write(rows.slice(at, at + batchSize))
    options.progress?.({ what, done: Math.min(at + batchSize, rows.length), total: rows.length })
    await breathe()
  }
}

async function stageRelations(
  { files, store, options }: Work,
  concepts: ReadonlyMap<string, EscoConcept>,
  rejects: Rejects,
  breathe: () => Promise<void>,
): Promise<RelationCounts> {
  const counts: Partial<Record<RelationFileKind, ReadRelations>> = {}
  const hasIsco = files.labels.some((file) => file.kind === 'iscoGroups')
  for (const [kind, file] of Object.entries(files.relations) as [RelationFileKind, EscoFiles['labels'][number]][]) {
    // Without the file of ISCO groups nearly every link of this tree would lead nowhere.
    if (kind === 'broaderOccupation' && !hasIsco) continue
    const read = { rows: 0, kept: 0 }
    for await (const batch of readRelations(kind, file, concepts, rejects, read, batchSize)) {
      await store.stageRelations(batch)
      options.progress?.({ what: file.name, done: read.rows })
      await breathe()
    }
    options.progress?.({ what: file.name, done: read.rows, total: read.rows })
    counts[kind] = read
  }
  return counts
}

async function keepRelations(
  work: Work,
  concepts: ReadonlyMap<string, EscoConcept>,
  breathe: () => Promise<void>,
): Promise<RelationCounts> {
  // An occupation has some forty relations: so many concepts are one batch of the usual size.
  const few = 100
  const ids = [...concepts.keys()]
  for (let at = 0; at < ids.length; at += few) {
    await work.store.keepRelations(ids.slice(at, at + few))
    work.options.progress?.({ what: 'relations', done: Math.min(at + few, ids.length), total: ids.length })
    await breathe()
  }
  return {}
}
