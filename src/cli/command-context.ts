import type { Modules } from '../modules/index.ts'
import type { Language } from '../modules/skills/index.ts'
import type { Clock, Database, Progress } from '../platform/index.ts'

/** What a command gets to answer with and to know, wherever it runs: here, or in the server that holds the data. */
export interface CommandSurroundings {
  /** A line of the answer. */
  out(line: string): void
  /** Text of an answer that is itself a file, as it is, without a line end of ours. Waits until whoever reads it can take more. */
  write(text: string): Promise<void>
  /** A line beside the answer: a warning, or why it failed. */
  err(line: string): void
  readonly progress: Progress
  /** Somebody pressed Ctrl-C. */
  readonly signal: AbortSignal
  /** Where the command was typed: paths count from here. */
  readonly cwd: string
  /** Asked for by --language or the terminal's LANG. */
  readonly language: Language
}

export interface RecordContext extends CommandSurroundings {
  readonly db: Database
  readonly clock: Clock
  /** Before all rows are replaced: who was erased is written beside the record. */
  beforeReplace(): Promise<void>
  /** After all rows were replaced: what is held in memory is read again, and who was erased goes again. */
  afterReplace(): Promise<void>
}

export interface CommandContext extends RecordContext {
  readonly modules: Modules
}

/** What a command wants of a record that is new. */
export interface RecordWish {
  /** It brings vacancies or trainings of its own (`brings`), or tries them (`tries`): an empty record is then not filled with the demo world. */
  readonly ownData?: 'brings' | 'tries'
}

/** How commands reach the record. `record` gives it as it is, without bringing it up to date. */
export interface Reach {
  modules(work: (context: CommandContext) => Promise<void>, wish?: RecordWish): Promise<void>
  record(work: (context: RecordContext) => Promise<void>): Promise<void>
  /** Starts the server and waits until it ends; undefined inside a server. */
  readonly startServer?: () => Promise<number>
  /** Works until stopped; undefined inside a server. @throws Conflict with an embedded record */
  readonly startWorker?: () => Promise<void>
}
