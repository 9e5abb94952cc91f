import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type EncoderStems, toSteps, writeEncoderFile } from '../../../../engine/linking/index.ts'
import type { Progress } from '../../../../platform/index.ts'
import { lessonSpace } from './learn.ts'
import type { MadeLesson } from './make-lesson.ts'
import { meetingPlace } from './team.ts'
import type { FromTrainingThread, Prepared, TrainingJob } from './training-jobs.ts'
import { type TrainingSettings, trainingSettings } from './training-settings.ts'
import type { TrainingTexts } from './training-texts.ts'

export interface TrainingOptions {
  readonly settings?: Partial<TrainingSettings>
  /** The day, `2026-11-29`: part of the version. */
  readonly day: string
  readonly threads?: number
  readonly progress?: Progress
  readonly signal?: AbortSignal
}

export interface TrainedEncoder {
  /** For `openEncoder`. */
  readonly file: Uint8Array
  readonly version: string
  readonly settings: TrainingSettings
  readonly stems: EncoderStems
  /** As learnt, before they became steps; each row holds how much its word weighs. */
  readonly rows: Float32Array
  readonly counts: MadeLesson['counts']
  readonly loss: number | undefined
}

const file = join(import.meta.dirname, 'training-thread.ts')

/**
 * Trains an encoder in threads of its own: minutes on two cores for the whole of ESCO. The same texts and settings give the same bytes, whatever the number of threads.
 *
 * @throws the signal's reason when that aborts
 */
export async function trainEncoder(texts: TrainingTexts, options: TrainingOptions): Promise<TrainedEncoder> {
  const settings = { ...trainingSettings, ...options.settings }
  const prepared = await prepare(texts, settings, options)
  const { lesson, stems, probes, counts } = prepared
  if (lesson.pairs.left.length < 4) throw new Error('There are too few labels to learn from: import a taxonomy first.')
  const space = lessonSpace(lesson, settings)
  const size = options.threads ?? 2
  const place = meetingPlace()
  let loss: number | undefined
  const members = Array.from({ length: size }, (_, index): TrainingJob => {
    return { kind: 'learn', lesson, space, settings, place, index, size }
  })
  await runThreads(members, options.signal, (message) => {
    if (message.kind !== 'step') return
    const { what, done, total } = message.step
    loss = message.step.loss ?? loss
    options.progress?.({ what: what === 'start' ? 'words that stand together' : 'texts that mean the same', done, total })
  })
  const rows = weighed(space.rows, lesson.idf, settings.dimensions)
  const steps = toSteps(rows, settings.dimensions)
  const version = `${options.day}.${fingerprint(steps.steps)}`
  const table = { version, dimensions: settings.dimensions, stems, ...steps }
  return { file: writeEncoderFile(table, probes), version, settings, stems, rows, counts, loss }
}

async function prepare(
  texts: TrainingTexts,
  settings: TrainingSettings,
  { progress, signal }: TrainingOptions,
): Promise<Prepared> {
  let prepared: Prepared | undefined
  progress?.({ what: 'labels and texts', done: 0, total: texts.concepts.length })
  await runThreads([{ kind: 'prepare', texts, settings }], signal, (message) => {
    if (message.kind === 'prepared') prepared = message
  })
  progress?.({ what: 'labels and texts', done: texts.concepts.length, total: texts.concepts.length })
  if (!prepared) throw new Error('The thread that prepares training ended without an answer.')
  return prepared
}

/** Runs until all threads are done. When one fails, or when asked to stop, none of them stays. */
async function runThreads(
  jobs: readonly TrainingJob[],
  signal: AbortSignal | undefined,
  hear: (message: FromTrainingThread) => void,
): Promise<void> {
  signal?.throwIfAborted()
  const threads = jobs.map((job) => new Worker(file, { workerData: job, env: {}, execArgv: [] }))
  const stopped = Promise.withResolvers<never>()
  const stop = (): void => stopped.reject(signal?.reason)
  signal?.addEventListener('abort', stop, { once: true })
  try {
    const ended = threads.map(
      (thread) =>
        new Promise<void>((resolve, reject) => {
          thread.on('message', hear).on('error', reject)
          thread.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`A thread of training ended with ${code}.`))))
        }),
    )
    await Promise.race([Promise.all(ended), stopped.promise])
  } finally {
    signal?.removeEventListener('abort', stop)
    await Promise.all(threads.map((thread) => thread.terminate()))
  }
}

function weighed(rows: Float32Array, idf: Float32Array, width: number): Float32Array {
  const result = new Float32Array(rows.length)
  for (let at = 0; at < rows.length; at++) result[at] = rows[at]! * idf[Math.floor(at / width)]!
  return result
}

function fingerprint(steps: Int8Array): string {
  return createHash('sha256')
    .update(new Uint8Array(steps.buffer, steps.byteOffset, steps.length))
    .digest('hex')
    .slice(0, 8)
}
