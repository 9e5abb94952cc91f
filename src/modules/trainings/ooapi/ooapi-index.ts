import { type Taught, type TrainingWorld, taughtIn } from '../training-world.ts'
import { ooapiId } from './ooapi-ids.ts'
import { learningOutcomeId, type TaughtSkill, toOoapi } from './to-ooapi.ts'

/** What the UUIDs of OOAPI stand for, in one world. */
export interface OoapiIndex {
  readonly programmes: ReadonlyMap<string, Taught>
  /** The programme that an offering is of. */
  readonly offerings: ReadonlyMap<string, Taught>
  readonly learningOutcomes: ReadonlyMap<string, TaughtSkill>
  /** One programme of each provider: with it comes the provider. */
  readonly organisations: ReadonlyMap<string, Taught>
}

const kept = new WeakMap<TrainingWorld['programmes'], OoapiIndex>()

/** The index of a world, built once per world: SHA-1 of some ten thousand ids takes less than a tenth of a second. */
export function ooapiIndex(world: Pick<TrainingWorld, 'programmes' | 'offerings'>): OoapiIndex {
  const before = kept.get(world.programmes)
  if (before) return before
  const index = build(taughtIn(world))
  kept.set(world.programmes, index)
  return index
}

function build(all: readonly Taught[]): OoapiIndex {
  const skills = all.flatMap(({ programme }) => programme.facts.outcomes.map(({ skill, level }) => ({ skill, level })))
  const byName = new Map(skills.map((taught) => [`${taught.skill}@${taught.level}`, taught]))
  return {
    programmes: new Map(all.map((taught) => [ooapiId('programme', taught.programme.id), taught])),
    offerings: new Map(
      all.flatMap((taught) => {
        const { offerings } = toOoapi(taught.programme, taught.offerings)
        return offerings.map(({ programmeOfferingId }) => [programmeOfferingId, taught] as const)
      }),
    ),
    learningOutcomes: new Map([...byName.values()].map((taught) => [learningOutcomeId(taught), taught])),
    organisations: new Map(all.map((taught) => [ooapiId('organisation', taught.programme.provider), taught])),
  }
}
