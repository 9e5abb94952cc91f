import { type ReadTexts, withTextsRead } from '../../reading/index.ts'
import type { PostingContext } from '../job-postings/posting-context.ts'
import type { RawRow } from '../raw-vacancy-store.ts'
import { type ReadRaw, readRaw } from './read-raw.ts'

/** Reads raw records; their texts are read together first. */
export function readBatch(
  rows: readonly RawRow[],
  { context, readTexts }: { readonly context: PostingContext; readonly readTexts?: ReadTexts | undefined },
): Promise<ReadRaw[]> {
  const read = (readSkills: PostingContext['readSkills']): ReadRaw[] =>
    rows.map((row) => readRaw(row, { ...context, readSkills }))
  return withTextsRead(read, { labels: context.readSkills, readTexts })
}
