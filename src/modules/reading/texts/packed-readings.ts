import type { ClauseKind, Mention } from '../../../engine/reading/index.ts'

const kinds: readonly ClauseKind[] = ['essential', 'mentioned', 'plus', 'negated', 'aside']

/** A reading without its words, which stand in the text: concepts, label, place, kind, and the place of its clause. */
export type PackedReading = readonly [
  concepts: readonly string[],
  label: string,
  start: number,
  end: number,
  kind: number,
  clauseStart: number,
  clauseEnd: number,
]

export function packReading({ concepts, label, start, end, kind, clause }: Mention): PackedReading {
  return [concepts, label, start, end, kinds.indexOf(kind), clause.start, clause.end]
}

export function unpackReading([concepts, label, start, end, kind, clauseStart, clauseEnd]: PackedReading, text: string): Mention {
  return {
    concept: concepts[0] ?? '',
    concepts,
    label,
    start,
    end,
    words: text.slice(start, end),
    kind: kinds[kind] ?? 'mentioned',
    clause: { start: clauseStart, end: clauseEnd },
  }
}
