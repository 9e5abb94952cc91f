import type { DateText } from '../../platform/index.ts'
import type { OfferingRecord, Programme } from './programme.ts'

/** All programmes and offerings in memory, of one moment, with names for their skills. */
export interface TrainingWorld {
  readonly programmes: ReadonlyMap<string, Programme>
  readonly offerings: ReadonlyMap<string, OfferingRecord>
  readonly today: DateText
  readonly catalogue: {
    label(id: string, language: 'nl' | 'en'): string
    /** One id for equal skills of different taxonomies. */
    standsFor(id: string): string
  }
}

/** Keeps that world current. */
export interface TrainingWorlds {
  current(): Promise<TrainingWorld>
}

/** A programme with its offerings. */
export interface Taught {
  readonly programme: Programme
  readonly offerings: readonly OfferingRecord[]
}

const kept = new WeakMap<TrainingWorld['programmes'], readonly Taught[]>()

/** Every programme with its offerings, in the order of the world; put together once per world. */
export function taughtIn({ programmes, offerings }: Pick<TrainingWorld, 'programmes' | 'offerings'>): readonly Taught[] {
  const before = kept.get(programmes)
  if (before) return before
  const ofProgramme = Map.groupBy(offerings.values(), ({ programme }) => programme)
  const all = [...programmes.values()].map((programme) => ({ programme, offerings: ofProgramme.get(programme.id) ?? [] }))
  kept.set(programmes, all)
  return all
}
