import { type Answer, type EvidenceState, evidenceRank, rangeOf } from '../matching/index.ts'

/**
 * What is known of one skill of one person, in one byte. Every answer is one of six *grades*, each at least as good as the one
 * before it at its lower and at its upper end, so that the best of several answers is one of them too. A code holds three: the
 * best grade among all answers, among those evidenced or verified, and among those verified.
 */
const grades: readonly Answer[] = ['no', 'little', 2, 'yes', 3, 4]

/** Codes are below this: three digits of base six. */
export const codeCount = 216

const rankWeights = [36, 6, 1] as const

/** By level. */
const gradeOfLevel = [undefined, 1, 2, 4, 5] as const

/** Written out, since it is asked once for every answer of everybody. */
function gradeOf(answer: Answer): number | undefined {
  if (typeof answer === 'number') return gradeOfLevel[answer]
  return answer === 'yes' ? 3 : answer === 'no' ? 0 : answer === 'little' ? 1 : undefined
}

/** The code of an answer without proof. @throws RangeError on a level that is none of 1..4. */
export function codeOfClaimed(answer: Answer): number {
  const grade = gradeOf(answer)
  if (grade === undefined) throw new RangeError(`"${answer}" is no answer about a skill`)
  return grade * rankWeights[0]
}

/** The code of one answer. @throws RangeError on a level that is none of 1..4. */
export function codeOf(answer: Answer, evidence: EvidenceState): number {
  const grade = gradeOf(answer)
  if (grade === undefined) throw new RangeError(`"${answer}" is no answer about a skill`)
  let code = 0
  for (let rank = 0; rank <= evidenceRank[evidence]; rank++) code += grade * (rankWeights[rank] as number)
  return code
}

const digit = (code: number, rank: number): number => Math.floor(code / (rankWeights[rank] as number)) % 6

/** The best of two answers about the same concept, proof by proof (ruling 25). */
export function bestCode(a: number, b: number): number {
  let code = 0
  for (let rank = 0; rank < 3; rank++) code += Math.max(digit(a, rank), digit(b, rank)) * (rankWeights[rank] as number)
  return code
}

function levels(end: 0 | 1, rank: number): Uint8Array {
  return Uint8Array.from({ length: codeCount }, (_, code) => rangeOf(grades[digit(code, rank)] as Answer)[end])
}

/** Levels by code: index is the evidence rank demanded. */
export const lowLevels: readonly Uint8Array[] = [levels(0, 0), levels(0, 1), levels(0, 2)]
export const highLevels: readonly Uint8Array[] = [levels(1, 0), levels(1, 1), levels(1, 2)]

/** Met for certain, met in high only, or not met: by code, for one level and proof asked. */
export const isMet = 2
export const mayBeMet = 1

const known = new Map<number, Uint8Array>()

/** How each code stands towards a demand: 0, `mayBeMet` or `isMet`. */
export function standingOfCodes(need: number, evidence: number): Uint8Array {
  const key = need * 3 + evidence
  let table = known.get(key)
  if (!table) {
    const [low, high] = [lowLevels[evidence] as Uint8Array, highLevels[evidence] as Uint8Array]
    table = Uint8Array.from({ length: codeCount }, (_, code) =>
      (low[code] as number) >= need ? isMet : (high[code] as number) >= need ? mayBeMet : 0,
    )
    known.set(key, table)
  }
  return table
}
