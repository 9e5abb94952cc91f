import type { LinkableConcept } from './linkable.ts'

/** Concepts of one group: what speaks for one speaks a little for the others. */
export interface Kin {
  /** 1 for a concept that is itself the group of others. */
  readonly isGroup: Uint8Array
  /** The best score among the other concepts of the group of each; 0 when it has no group. */
  readonly best: (scores: Float32Array) => Float32Array
}

export function kinOf(concepts: readonly LinkableConcept[]): Kin {
  const numbers = new Map<string, number>()
  const groups = Int32Array.from(concepts, ({ group }) => {
    if (group === undefined) return -1
    const number = numbers.get(group) ?? numbers.size
    numbers.set(group, number)
    return number
  })
  return {
    isGroup: Uint8Array.from(concepts, ({ id }) => (numbers.has(id) ? 1 : 0)),
    best: (scores) => bestOfOthers(scores, groups, numbers.size),
  }
}

function bestOfOthers(scores: Float32Array, groups: Int32Array, count: number): Float32Array {
  const first = new Float32Array(count)
  const second = new Float32Array(count)
  for (let concept = 0; concept < scores.length; concept++) {
    const group = groups[concept]!
    const score = scores[concept]!
    if (group < 0) continue
    if (score > first[group]!) {
      second[group] = first[group]!
      first[group] = score
    } else if (score > second[group]!) second[group] = score
  }
  const best = new Float32Array(scores.length)
  for (let concept = 0; concept < scores.length; concept++) {
    const group = groups[concept]!
    if (group >= 0) best[concept] = scores[concept] === first[group] ? second[group]! : first[group]!
  }
  return best
}
