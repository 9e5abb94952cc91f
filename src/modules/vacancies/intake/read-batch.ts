import type { ReadOptions } from '../../../engine/reading/index.ts'
import type { AskedText, ReadTexts } from '../../reading/index.ts'
import type { PostingContext } from '../job-postings/posting-context.ts'
import type { RawRow } from '../raw-vacancy-store.ts'
import { type ReadRaw, readRaw } from './read-raw.ts'

/**
 * Reads raw records. Their texts are read together first: each record is gone through once to learn which texts it has, and again with what was
 * read of them. Going through is pure and takes a hundredth of reading.
 */
export async function readBatch(
  rows: readonly RawRow[],
  { context, readTexts }: { readonly context: PostingContext; readonly readTexts?: ReadTexts | undefined },
): Promise<ReadRaw[]> {
  if (!readTexts) return rows.map((row) => readRaw(row, context))
  const asked = new Map<string, AskedText>()
  const noting: PostingContext['readSkills'] = (text, options) => {
    asked.set(keyOf(text, options), { text, options })
    return []
  }
  for (const row of rows) readRaw(row, { ...context, readSkills: noting })
  const all = [...asked]
  const found = await readTexts(all.map(([, one]) => one))
  const mentions = new Map(all.map(([key], at) => [key, found[at] ?? []]))
  const known: PostingContext['readSkills'] = (text, options) =>
    mentions.get(keyOf(text, options)) ?? context.readSkills(text, options)
  return rows.map((row) => readRaw(row, { ...context, readSkills: known }))
}

const keyOf = (text: string, { of = 'vacancy', under }: ReadOptions): string => `${of} ${under ?? ''}\n${text}`
