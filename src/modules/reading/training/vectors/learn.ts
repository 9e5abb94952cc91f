import { type AdamMemory, adamMemory, RowSlopes } from './adam.ts'
import { type Bags, sharedFloat32, sharedUint32 } from './bags.ts'
import { alikeOrder, mixedOrder } from './batch-order.ts'
import { type ContrastSpace, contrast, contrastSpace } from './contrast.ts'
import type { Sparse } from './cooccurrence.ts'
import type { Pairs } from './pairs.ts'
import { SeededChance } from './seeded-chance.ts'
import { type SpectralSpace, spectralRows, spectralSpace } from './spectral.ts'
import { partOf, type Team } from './team.ts'
import type { TrainingSettings } from './training-settings.ts'

/** What is learnt from, in numbers. */
export interface Lesson {
  readonly bags: Bags
  readonly pairs: Pairs
  readonly idf: Float32Array
  readonly together: Sparse
}

/** All memory that the threads share while they learn. */
export interface LessonSpace {
  /** `dimensions` numbers a row: what is learnt. */
  readonly rows: Float32Array
  readonly order: Uint32Array
  readonly memory: AdamMemory
  readonly batch: ContrastSpace
  readonly spectral: SpectralSpace
}

export function lessonSpace(lesson: Lesson, { dimensions, batch }: TrainingSettings): LessonSpace {
  const count = lesson.idf.length
  return {
    rows: sharedFloat32(count * dimensions),
    order: sharedUint32(new Uint32Array(lesson.pairs.left.length)),
    memory: adamMemory(count * dimensions),
    batch: contrastSpace(Math.min(batch, evenly(lesson.pairs.left.length)), dimensions),
    spectral: spectralSpace(count, dimensions),
  }
}

/** Products come four columns at a time. */
function evenly(count: number): number {
  return Math.max(4, count - (count % 4))
}

export interface LearnStep {
  readonly what: 'start' | 'learn'
  readonly done: number
  readonly total: number
  /** Mean of the last batches. */
  readonly loss?: number
}

/**
 * Learns the rows: starts at what stands together, then moves texts that mean the same towards each other and from all others. The same seed gives the same rows,
 * with any number of threads.
 */
export function learn(
  lesson: Lesson,
  space: LessonSpace,
  settings: TrainingSettings,
  team: Team,
  onStep: (step: LearnStep) => void,
): void {
  const { seed, dimensions, powerSteps } = settings
  const work = { matrix: lesson.together, space: space.spectral, dimensions, powerSteps, seed }
  spectralRows(work, space.rows, team, (done, total) => onStep({ what: 'start', done, total }))
  toStartLength(space.rows, dimensions, settings.startLength, team)
  team.meet()
  runBatches(lesson, space, settings, team, onStep)
}

/** Each row as long: how often a word occurs says nothing of what it means, and steps are as large for each. */
function toStartLength(rows: Float32Array, width: number, wanted: number, team: Team): void {
  const [from, upTo] = partOf(rows.length / width, team)
  for (let row = from * width; row < upTo * width; row += width) {
    let squares = 0
    for (let k = 0; k < width; k++) squares += rows[row + k]! ** 2
    if (squares === 0) continue
    const factor = wanted / Math.sqrt(squares)
    for (let k = 0; k < width; k++) rows[row + k] = rows[row + k]! * factor
  }
}

const batchesPerStep = 20

function runBatches(
  lesson: Lesson,
  space: LessonSpace,
  settings: TrainingSettings,
  team: Team,
  onStep: (step: LearnStep) => void,
): void {
  const { rows, order, memory, batch } = space
  const { epochs, rate, temperature } = settings
  // Only the first member draws the order of pairs; that of batches all draw, each the same.
  const pairChance = new SeededChance(settings.seed + 1)
  const turnChance = new SeededChance(settings.seed + 3)
  const perEpoch = Math.floor(order.length / batch.batch)
  const total = perEpoch * epochs
  const slopes = new RowSlopes(lesson.idf.length, batch.width)
  const input = { rows, idf: lesson.idf, bags: lesson.bags, pairs: lesson.pairs, order, temperature }
  let step = 0
  let lossSum = 0
  let summed = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    if (team.index === 0) {
      if (epoch < settings.mixedEpochs) mixedOrder(order, pairChance)
      else alikeOrder(order, { ...input, width: batch.width }, settings.corners, pairChance)
    }
    team.meet()
    const turns = Uint32Array.from({ length: perEpoch }, (_, at) => at)
    turnChance.shuffle(turns)
    for (const turn of turns) {
      const now = { ...input, from: turn * batch.batch }
      lossSum += contrast(batch, now, team)
      summed++
      step++
      slopes.gather(batch, now, team)
      slopes.move(rows, memory, step, rate * (1 - (step - 1) / total))
      team.meet()
      if (team.index === 0 && (step % batchesPerStep === 0 || step === total)) {
        onStep({ what: 'learn', done: step, total, loss: lossSum / summed })
        lossSum = summed = 0
      }
    }
  }
}
