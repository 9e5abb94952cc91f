import { extname } from 'node:path'
import type { Progress } from '../../platform/index.ts'
import { type TrainingFileKind, type Trainings, trainingFileKinds } from '../trainings/index.ts'
import { type FileKind, fileKinds, type Vacancies } from '../vacancies/index.ts'

/** A feed that was fetched whole. */
export interface FeedBody {
  /** What messages call it by. */
  readonly name: string
  readonly bytes: AsyncIterable<Buffer | Uint8Array>
  /** Of the address it came from, for its ending. */
  readonly path: string
  readonly contentType?: string
  readonly readsAs?: string
}

export interface FeedImportOptions {
  /** Under which name the records are kept. */
  readonly source: string
  readonly complete: boolean
  readonly progress?: Progress
  readonly signal?: AbortSignal
}

export interface FeedImportReport {
  readonly run?: string
  readonly counts: Readonly<Record<string, number>>
  readonly rejected: number
  readonly message: string
}

/** How feeds of one kind are taken in. Another kind is one more of these. */
export interface FeedImporter {
  /** What `readsAs` may be. */
  readonly formats: readonly string[]
  take(body: FeedBody, options: FeedImportOptions): Promise<FeedImportReport>
  /** Titles of the first records that a run found new or changed. */
  titles(source: string, run: string, limit: number): Promise<readonly string[]>
}

export type FeedImporters = Readonly<Record<string, FeedImporter>>

/** Formats by the name of the standard, beside the kinds of file. */
const standards: Readonly<Record<string, FileKind>> = { jobposting: 'json', setu: 'xml' }
const byContentType: readonly (readonly [RegExp, FileKind])[] = [
  [/ndjson|jsonl|json-seq/i, 'ndjson'],
  [/json/i, 'json'],
  [/html/i, 'html'],
  [/xml/i, 'xml'],
  [/csv|tab-separated/i, 'csv'],
]

export function vacancyImporter(vacancies: Pick<Vacancies, 'importFrom' | 'titlesTakenIn'>): FeedImporter {
  return {
    formats: [...Object.keys(standards), ...fileKinds],
    async take({ name, bytes, ...told }, options) {
      const kind = kindOf(told)
      const report = await vacancies.importFrom({ name, bytes }, { ...options, ...(kind === undefined ? {} : { kind }) })
      return { ...report, counts: { ...report.counts } }
    },
    titles: (source, run, limit) => vacancies.titlesTakenIn(source, run, limit),
  }
}

/** Formats of trainings by the name of the standard. */
const trainingStandards: Readonly<Record<string, TrainingFileKind>> = { ooapi: 'json' }

export function trainingImporter(trainings: Pick<Trainings, 'importFrom' | 'titlesTakenIn'>): FeedImporter {
  return {
    formats: [...Object.keys(trainingStandards), ...trainingFileKinds],
    async take({ name, bytes, readsAs, path, contentType }, options) {
      const kind = trainingKindOf(readsAs, path, contentType)
      const report = await trainings.importFrom({ name, bytes }, { ...options, kind })
      return { ...report, counts: { ...report.counts } }
    },
    titles: (source, run, limit) => trainings.titlesTakenIn(source, run, limit),
  }
}

/** As of vacancies; an endpoint of OOAPI answers with JSON. */
export function trainingKindOf(readsAs: string | undefined, path: string, contentType: string | undefined): TrainingFileKind {
  if (readsAs !== undefined) return trainingStandards[readsAs] ?? (readsAs as TrainingFileKind)
  const ending = extname(path).slice(1).toLowerCase()
  const said = trainingFileKinds.find((kind) => kind === ending)
  const found = byContentType.find(([pattern]) => pattern.test(contentType ?? ''))?.[1]
  return said ?? trainingFileKinds.find((kind) => kind === found) ?? 'json'
}

/** What the operator said, else the ending of the address, else what the server called it; else its first bytes tell. */
function kindOf({ readsAs, path, contentType }: Omit<FeedBody, 'name' | 'bytes'>): FileKind | undefined {
  if (readsAs !== undefined) return standards[readsAs] ?? (readsAs as FileKind)
  const ending = extname(path).slice(1).toLowerCase()
  if (fileKinds.some((kind) => kind === ending)) return ending as FileKind
  return byContentType.find(([pattern]) => pattern.test(contentType ?? ''))?.[1]
}
