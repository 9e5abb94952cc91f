import type { Mention, ReadOptions, TextKind } from '../../../engine/reading/index.ts'

/** How a text is read. `title`: as the name of a job, to the one occupation that it most likely means. */
export interface TextOptions extends Omit<ReadOptions, 'of'> {
  /** Default `vacancy`. */
  readonly of?: TextKind | 'title'
}

/** A running text, or a title, and how it is read. */
export interface AskedText {
  readonly text: string
  readonly options: TextOptions
}

/** What each text names, in the order of the texts: skills, or of a title an occupation; outside this thread, so that nothing else waits. */
export type ReadTexts = (asked: readonly AskedText[]) => Promise<readonly (readonly Mention[])[]>
