import type { TrainedEncoder } from './train-encoder.ts'
import type { TrainingSettings } from './training-settings.ts'

/** Where texts came from. */
export interface TrainingSource {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly used: string
}

/** What stands beside an encoder: what it was made of and how. */
export interface EncoderManifest {
  readonly version: string
  readonly day: string
  readonly sources: readonly TrainingSource[]
  readonly settings: TrainingSettings
  readonly bytes: number
  readonly rows: { readonly nl: number; readonly en: number }
  readonly learntFrom: TrainedEncoder['counts']
  /** Of the last batches; only to compare trainings with one another. */
  readonly loss: number | undefined
  /** Where they were measured: by set, system and measure. */
  readonly figures?: readonly object[]
}

export function manifestOf(trained: TrainedEncoder, day: string, sources: readonly TrainingSource[]): EncoderManifest {
  const { version, settings, file, stems, counts, loss } = trained
  return {
    version,
    day,
    sources,
    settings,
    bytes: file.length,
    rows: { nl: stems.nl.length, en: stems.en.length },
    learntFrom: counts,
    loss,
  }
}
