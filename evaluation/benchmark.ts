/** Flags with the files that were given for them: `--annotations a.csv b.csv` is `{ annotations: ['a.csv', 'b.csv'] }`. */
export type BenchmarkFiles = Readonly<Record<string, readonly string[]>>

/** What a benchmark is run on. */
export interface BenchmarkTask {
  readonly files: BenchmarkFiles
  /** The folder with ESCO and the benchmarks (SCHAKEL_SHARED_DATA). */
  readonly shared: string
  /**
   * Whether this is the set that the models that ship were trained on. Then what is trained is cross-validated; on any other set
   * the models are used as they ship, and nothing is trained.
   */
  readonly isVisible: boolean
  /** Says how far it is. */
  readonly say: (line: string) => void
}

/** One line of the table. */
export interface Figure {
  /** Which queries: `titles`, `TECH sentences`. */
  readonly set: string
  /** What answered: `character TF-IDF`, `blend`. */
  readonly system: string
  /** How it came about: `nothing trained`, `cross-validated`, `model that ships`. */
  readonly way: string
  readonly measure: string
  readonly value: number
  /** 95 % interval, by drawing queries again (bootstrap). */
  readonly low: number
  readonly high: number
  readonly queries: number
  readonly target?: number
  readonly stretch?: number
  /** Below this the run fails. */
  readonly floor?: number
}

export interface Benchmark {
  readonly name: string
  /** The flags that name its files, and whether each must be given for another set. */
  readonly flags: Readonly<Record<string, 'needed' | 'optional'>>
  /** The files of the visible set. Those that are not there make it a skip. */
  readonly visibleFiles: (shared: string) => BenchmarkFiles
  readonly run: (task: BenchmarkTask) => Promise<readonly Figure[]>
  /** Trains on the whole visible set and gives the model that ships, to be written as JSON to `data/model/<name>.json`. */
  readonly train?: (task: BenchmarkTask) => Promise<object>
}
