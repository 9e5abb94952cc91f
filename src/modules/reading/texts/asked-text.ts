import type { Mention, ReadOptions } from '../../../engine/reading/index.ts'

/** A running text and how it is read. */
export interface AskedText {
  readonly text: string
  readonly options: ReadOptions
}

/** The skills that each text names, in the order of the texts; outside this thread, so that nothing else waits. */
export type ReadTexts = (asked: readonly AskedText[]) => Promise<readonly (readonly Mention[])[]>
