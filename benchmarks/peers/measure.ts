import type { Match, Person } from '../../src/engine/matching/index.ts'
import type { IndexedEngine } from '../../src/engine/planning/index.ts'
import type { RowWorld } from '../worlds/index.ts'
import { ownCpuMs } from './own-cpu.ts'
import { type Answered, type Found, type OpenPeer, type Peer, type PeerRows, type Question, shown, type Took } from './peer.ts'

/** Somebody, what peers are asked about them, and what the engine answers. */
export interface Asked {
  readonly question: Question
  readonly best: readonly Found[]
}

/** The first people with enough certain matches of some worth. */
export function peopleToAsk(
  world: RowWorld,
  count: number,
  engine: IndexedEngine,
  questionOf: (person: Person) => Question,
): Asked[] {
  const picked: Asked[] = []
  for (const person of world.people(count * 20, 1)) {
    if (picked.length === count) break
    const { matches } = engine.matches(person, { limit: shown })
    if (matches.length === shown && matches.every(({ certain, fitLow }) => certain && fitLow.of > 0))
      picked.push({ question: questionOf(person), best: foundOf(matches) })
  }
  return picked
}

export type Outcome = Measured | { readonly is: 'skipped'; readonly peer: Peer; readonly why: string } | Differing

export interface Measured {
  readonly is: 'measured'
  readonly peer: Peer
  readonly version: string
  readonly loadMs: number
  readonly bytes: number
  readonly remark?: string
  /** The engine beside it, in the same minutes. */
  readonly engine: readonly Took[]
  readonly took: readonly Took[]
}

interface Differing {
  readonly is: 'differs'
  readonly peer: Peer
  readonly version: string
  readonly answers: number
  /** In words, of the first. */
  readonly first: string
}

/** The engine that a peer stands beside, and people whom it is asked about before it is timed. */
export interface Beside {
  readonly engine: IndexedEngine
  readonly others: readonly Person[]
}

export interface Limits {
  readonly rounds: number
  /** No round begins after a peer has answered for so long. */
  readonly budgetMs: number
}

/** Loads a peer, sees whether it gives the engine's answers, and only then measures both, in turns. */
export async function compare(
  peer: Peer,
  rows: PeerRows,
  beside: Beside,
  asked: readonly Asked[],
  limits: Limits,
): Promise<Outcome> {
  const why = await peer.missing()
  if (why !== undefined) return { is: 'skipped', peer, why }
  const from = performance.now()
  const open = await peer.open(rows)
  const loadMs = performance.now() - from
  try {
    const { version, bytes, remark } = open
    const asks = asked.map(({ question }) => open.prepare(question))
    const differences = await differencesIn(peer, asks, asked)
    const [first] = differences
    if (first !== undefined) return { is: 'differs', peer, version, answers: differences.length, first }
    const times = await measure(open, asks, beside, asked, limits)
    return { is: 'measured', peer, version, loadMs, bytes, ...(remark !== undefined && { remark }), ...times }
  } finally {
    await open.close()
  }
}

type Ask = () => Promise<Answered>

/** Also warms it up. */
async function differencesIn(peer: Peer, asks: readonly Ask[], asked: readonly Asked[]): Promise<string[]> {
  const differences: string[] = []
  for (const [at, ask] of asks.entries()) {
    const { best } = await ask()
    const { question, best: expected } = asked[at] as Asked
    const difference = peer.easier === undefined ? differenceIn(best, expected) : undefined
    if (difference !== undefined) differences.push(`${question.person.id}, ${difference}`)
  }
  return differences
}

/** The same vacancies in the same order, and the same fit, compared as quotients of integers. */
export function differenceIn(found: readonly Found[], expected: readonly Found[]): string | undefined {
  if (found.length !== expected.length) return `${found.length} vacancies instead of ${expected.length}`
  for (const [at, { vacancy, of, outOf }] of expected.entries()) {
    const other = found[at] as Found
    const isSame = other.vacancy === vacancy && BigInt(other.of) * BigInt(outOf) === BigInt(of) * BigInt(other.outOf)
    if (!isSame) return `place ${at + 1}: ${other.vacancy} (${other.of}/${other.outOf}) instead of ${vacancy} (${of}/${outOf})`
  }
  return undefined
}

/**
 * In turns, a round of all people each: neither pays for what the other leaves in the caches of the processor. The engine is asked about `others` before
 * each round, and no time is taken: while a peer takes its minutes nothing of the engine runs, and V8 throws compiled code away that has not run for long.
 */
async function measure(
  open: OpenPeer,
  asks: readonly Ask[],
  { engine, others }: Beside,
  asked: readonly Asked[],
  { rounds, budgetMs }: Limits,
): Promise<Pick<Measured, 'engine' | 'took'>> {
  const [ofEngine, ofPeer]: [Took[], Took[]] = [[], []]
  let spentMs = 0
  for (let round = 0; round < rounds && (round === 0 || spentMs < budgetMs); round++) {
    globalThis.gc?.()
    for (const person of others) askEngine(engine, person)
    for (const { question } of asked) ofEngine.push(askEngine(engine, question.person))
    globalThis.gc?.()
    for (const ask of asks) {
      const took = stopwatch(() => open.cpuMs())
      const answered = await ask()
      const here = took()
      spentMs += here.ms
      ofPeer.push(answered.took ?? here)
    }
  }
  return { engine: ofEngine, took: ofPeer }
}

/**
 * The whole answer that the product gives: counts and reasons too. Of a copy, since the engine remembers a person it
 * has met.
 */
export function askEngine(engine: IndexedEngine, person: Person): Took {
  const stranger = { ...person }
  const took = stopwatch(ownCpuMs)
  engine.matches(stranger, { limit: shown })
  return took()
}

function stopwatch(cpu: () => number): () => Took {
  const cpuFrom = cpu()
  const from = performance.now()
  return () => {
    const ms = performance.now() - from
    return { ms, cpuMs: cpu() - cpuFrom }
  }
}

/** Matches as peers give them; the number of a row is that in its id (see `idOf` of the worlds). */
export function foundOf(matches: readonly Match[]): Found[] {
  return matches.map(({ vacancy, fitLow: { of, outOf } }) => ({ vacancy: Number(vacancy.slice(1)), of, outOf }))
}
