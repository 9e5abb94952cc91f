import type { AskedSkill } from './asking.ts'

/** What trainings with equal outcomes and prerequisites share, as far as people are counted: demands by number. */
export interface Taught {
  readonly index: number
  /** Prerequisites, each once. */
  readonly asks: readonly number[]
  readonly teaches: Pick<ReadonlySet<number>, 'has'>
}

/** A content that teaches something asked. */
export interface Useful {
  readonly content: Taught
  /** Skills of the question that it teaches, word by word. */
  readonly covers: Uint32Array
  /** Its prerequisites, by number in the list of all, as bits word by word. */
  readonly asks: Uint32Array
}

export interface UsefulTrainings {
  readonly list: readonly Useful[]
  /** Everything that one of them teaches, word by word. */
  readonly taught: Uint32Array
  /** The prerequisites of all of them together, as demands. */
  readonly asks: readonly AskedSkill['demand'][]
}

/** The contents that teach at least one of the skills asked. */
export function usefulOf(
  contents: Iterable<Taught>,
  skills: readonly AskedSkill[],
  demandOf: (number: number) => AskedSkill['demand'],
): UsefulTrainings {
  const words = Math.ceil(skills.length / 32)
  const numbers = new Map<number, number>()
  const asks: AskedSkill['demand'][] = []
  const askNumber = (demand: number): number => {
    const known = numbers.get(demand)
    if (known !== undefined) return known
    numbers.set(demand, asks.length)
    asks.push(demandOf(demand))
    return asks.length - 1
  }
  const taking: { readonly content: Taught; readonly covers: Uint32Array; readonly asks: readonly number[] }[] = []
  const taught = new Uint32Array(words)
  for (const content of new Set(contents)) {
    const covers = new Uint32Array(words)
    for (const [at, { number }] of skills.entries()) if (content.teaches.has(number)) covers[at >>> 5]! |= 1 << (at & 31)
    if (!covers.some((bits) => bits !== 0)) continue
    for (let word = 0; word < words; word++) taught[word]! |= covers[word] as number
    taking.push({ content, covers, asks: content.asks.map(askNumber) })
  }
  const list = taking.map((one): Useful => ({ ...one, asks: bitsOf(one.asks, asks.length) }))
  return { list, taught, asks }
}

function bitsOf(numbers: readonly number[], end: number): Uint32Array {
  const words = new Uint32Array(Math.ceil(end / 32))
  for (const number of numbers) words[number >>> 5]! |= 1 << (number & 31)
  return words
}

export function coversAll(covers: Uint32Array, missing: Uint32Array): boolean {
  for (let word = 0; word < missing.length; word++)
    if (((missing[word] as number) & ~(covers[word] as number)) !== 0) return false
  return true
}
