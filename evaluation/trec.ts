import { readFileSync } from 'node:fs'
import { bestOf } from '../src/engine/linking/index.ts'

/** A set in TREC form: what is asked, the forms to be found, and which of them are right. */
export interface TrecSet {
  readonly queries: readonly { readonly id: string; readonly text: string }[]
  readonly forms: readonly { readonly id: string; readonly text: string; readonly concept: string }[]
  /** The ids of the forms that are right, by the id of the query. */
  readonly right: ReadonlyMap<string, ReadonlySet<string>>
}

/** Files of tab-separated lines: `id text`, `id text`, `query 0 form relevance`, `form concept`. */
export function readTrecSet(files: { queries: string; corpus: string; qrels: string; concepts: string }): TrecSet {
  const conceptOf = new Map(linesOf(files.concepts).map(([form = '', concept = '']) => [form, concept]))
  const right = new Map<string, Set<string>>()
  for (const [query = '', , form = '', relevance] of linesOf(files.qrels)) {
    if (Number(relevance) <= 0) continue
    const forms = right.get(query) ?? new Set()
    right.set(query, forms.add(form))
  }
  const forms = linesOf(files.corpus).map(([id = '', text = '']) => ({ id, text, concept: conceptOf.get(id) ?? id }))
  const queries = linesOf(files.queries).map(([id = '', text = '']) => ({ id, text }))
  return { queries: queries.filter(({ id }) => right.has(id)), forms, right }
}

function linesOf(file: string): string[][] {
  return readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
}

/** Runs are read to this depth. */
export const trecDepth = 100

/**
 * The best forms by trec_eval's rule: higher scores first, and of equal scores the form whose id comes last in the alphabet. Scores
 * are compared as single-precision numbers, as trec_eval keeps them.
 *
 * @returns numbers of forms, at most 100
 */
export function trecRun(scores: ArrayLike<number>, ids: readonly string[]): number[] {
  const single = Float32Array.from(scores)
  const compare = (a: number, b: number): number => single[b]! - single[a]! || (ids[a]! < ids[b]! ? 1 : -1)
  return bestOf(ids.length, trecDepth, compare).filter((form) => single[form]! > 0)
}
