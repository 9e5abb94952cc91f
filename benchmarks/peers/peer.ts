/**
 * What is compared with the engine, and on which rows and questions. A peer is somebody else's program (or a
 * yardstick of our own) that answers the product's match question: of the vacancies whose terms all hold in low and
 * that no training carries, the 20 with the best low fit, ties by id. Rows are numbered as the vacancies stand in the
 * world, whose ids sort as their numbers do, so that ties go by number.
 */
import type { Person } from '../../src/engine/matching/index.ts'

export const shown = 20

export interface Peer {
  /** As it stands in the table, without its version: `ClickHouse, sorted by demand`. */
  readonly name: string
  /** What it is given to its advantage beyond what every peer is (see `Question`), in words. */
  readonly given: string
  /**
   * Only of one that cannot express the question: the easier one that it answers instead. Its answers are not
   * compared.
   */
  readonly easier?: string
  /** How many times as long as the engine it is aimed to take, at least. */
  readonly target?: number
  /** @returns why it cannot be measured here, as a sentence that says how it can; undefined where it can */
  missing(): Promise<string | undefined>
  /** Starts it, and makes its tables and indexes of the rows: the time this takes is its load time. */
  open(rows: PeerRows): Promise<OpenPeer>
}

export interface OpenPeer {
  /** Name and version of what answers: `PostgreSQL 15.20`. */
  readonly version: string
  /** Of tables and indexes that it needs for this question, on disk or in memory. */
  readonly bytes: number
  /** A remark for whoever reads the table: a plan that was checked, a limit that was met. */
  readonly remark?: string
  /** Makes the question ready, outside of the measured time; what it returns is called in it, more than once. */
  prepare(question: Question): () => Promise<Answered>
  /** Processor time that it has taken until now, all its threads; `ownCpuMs` for one that stands in this process. */
  cpuMs(): number
  close(): Promise<void>
}

export interface Answered {
  /** Best first. */
  readonly best: readonly Found[]
  /**
   * What it took by its own clock, where it stands in a process of its own and is a library in earnest: the way to
   * that process and back is then not counted. Left out: the time until the answer is here.
   */
  readonly took?: Took
}

/** A vacancy and its fit as a quotient of integers: `of / outOf`, not brought to lowest terms. */
export interface Found {
  /** Number of its row. */
  readonly vacancy: number
  readonly of: number
  readonly outOf: number
}

export interface Took {
  readonly ms: number
  readonly cpuMs: number
}

/**
 * The vacancies of a world as rows of numbers, one by one and as files. Rows come in order of their number; each call
 * begins anew.
 */
export interface PeerRows {
  readonly count: number
  vacancies(): Iterable<VacancyRow>
  /** How many demands there are: a skill at a level, numbered from 0. */
  readonly demands: number
  readonly requirements: Requirements
  /** A folder for this run, readable by all users; gone after it. The files below stand in it. */
  readonly folder: string
  readonly files: PeerFiles
}

/**
 * Paths of text files: a row a line, tabs between, `\\N` for null, 0 or 1 for false or true; columns as `files.ts`
 * names them.
 */
export interface PeerFiles {
  /** `vacancyColumns`: the fields of `VacancyRow` in that order. */
  readonly vacancies: string
  /** Row of the vacancy, demand, weight. */
  readonly requirements: string
  /** What else a normalised schema has: vacancy, code, level; vacancy, code. */
  readonly languages: string
  readonly licences: string
}

/** Requirements of row r: places `start[r]` up to `start[r + 1]` of the other two. A vacancy asks a demand once. */
export interface Requirements {
  readonly start: Uint32Array
  readonly demand: Uint32Array
  /** 4 essential, 2 important, 1 somewhat. */
  readonly weight: Uint8Array
}

/** The terms of a vacancy; null where it is silent. */
export interface VacancyRow {
  readonly id: number
  /**
   * Where it can be found: a square of the map and how much may be done remotely, together one number. See
   * `Question.cells`.
   */
  readonly cell: number
  readonly place: number | null
  readonly remoteShare: number | null
  readonly hoursMin: number | null
  readonly hoursMax: number | null
  /** Bit 0 Monday. */
  readonly days: number | null
  /** Cents per hour. */
  readonly wageMax: number | null
  readonly workLevel: number | null
  readonly orYears: number | null
  /** Which diploma it demands (level and fields together), numbered from 0. */
  readonly diploma: number | null
  readonly experienceYears: number | null
  readonly certificate: boolean
  readonly sponsors: boolean
  readonly latestStart: number | null
  /** Reached through its training only: never a match. */
  readonly carried: boolean
  /** Sum of the weights of its requirements. */
  readonly weights: number
  /** CEFR 1 to 6; 0 where it asks none. These worlds ask no third language. */
  readonly nl: number
  readonly en: number
  /** Bits, one for each licence. */
  readonly licences: number
}

/**
 * One person, worked out as far as no vacancy is needed, to the advantage of all peers: none has to know the
 * taxonomy, kinship or travel. Null where the person is silent.
 */
export interface Question {
  readonly person: Person
  /**
   * Demands of which the person has some credit in low, ascending, and that credit in 1/1200 (at least 1), side by
   * side.
   */
  readonly demands: readonly number[]
  readonly credits: readonly number[]
  readonly hoursMin: number | null
  readonly hoursMax: number | null
  readonly days: number | null
  /** Places within reach, ascending; null: the person does not ask. */
  readonly reach: readonly number[] | null
  /**
   * All cells in which there may be a vacancy that is near or remote enough, ascending: others need not be looked at.
   * Null: all.
   */
  readonly cells: readonly number[] | null
  readonly remoteShareEnough: number | null
  readonly wageFloorMonthEuro: number | null
  readonly workLevel: number | null
  readonly experienceYears: number | null
  /** Demands of diplomas that are met, ascending. */
  readonly diplomas: readonly number[]
  readonly certificate: boolean
  readonly needsSponsor: boolean
  /** First week in which the person is free. */
  readonly free: number
  readonly nl: number
  readonly en: number
  /** Bits of the licences held. */
  readonly licences: number
}
