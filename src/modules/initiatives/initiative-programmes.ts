import { starterSkillId } from '../skills/index.ts'
import type { OfferingRecord, OutcomeFigure, Phase, Programme, TrainingRecords } from '../trainings/index.ts'
import { type Initiative, type InitiativePhase, type InitiativeSource, weeksOf } from './initiative.ts'

type Training = NonNullable<Initiative['training']>
type Track = Training['tracks'][number]
type SourceOf = (id: string) => InitiativeSource

/** What these programmes have as source in the record. */
export const initiativesSource = 'initiatives'

/** The id of the programme of a track. */
export function programmeIdOf(initiative: Pick<Initiative, 'id'>, track: Pick<Track, 'id'>): string {
  return `initiative:${initiative.id}:${track.id}`
}

/** The initiative that a programme came from, by the programme's id. */
export function initiativeIdOf(programme: string): string | undefined {
  return /^initiative:([^:]+):/.exec(programme)?.[1]
}

/**
 * The trainings of the catalogue as programmes, one per track, and an offering per place. No date, price or load is known, so they are
 * ones to ask about and in no plan. What a track teaches is derived from its name, and marked so.
 */
export function asProgrammes(initiatives: readonly Initiative[], sourceOf: SourceOf): TrainingRecords {
  const tracks = initiatives.flatMap((initiative) =>
    (initiative.training?.tracks ?? []).map((track) => ({ initiative, training: initiative.training as Training, track })),
  )
  return {
    programmes: tracks.map(({ initiative, training, track }) => toProgramme(initiative, training, track, sourceOf)),
    offerings: tracks.flatMap(({ initiative, training, track }) => toOfferings(initiative, training, track)),
  }
}

function toProgramme(initiative: Initiative, training: Training, track: Track, sourceOf: SourceOf): Programme {
  const { name, forWhom } = initiative
  const phases = track.phases ?? initiative.phases.value ?? undefined
  const weeks = wholeLength(phases)
  const url = initiative.links.map((id) => sourceOf(id).url).find((one) => one !== undefined)
  const { award, jobGuarantee, accessibility, preference } = training
  return {
    id: programmeIdOf(initiative, track),
    demo: false,
    title: { nl: `${name.nl}: ${track.name.nl}`, en: `${name.en}: ${track.name.en}` },
    provider: training.provider,
    description: initiative.what.value ?? name,
    source: initiativesSource,
    facts: {
      form: training.form,
      outcomes: track.outcomes.map(({ skill, level }) => ({
        skill: starterSkillId(skill),
        level,
        from: 'derived' as const,
        words: track.name.nl,
      })),
      prerequisites: [],
      ...(weeks === undefined ? {} : { weeks }),
      ...(award?.value ? { award: award.value.nl } : {}),
      ...(phases === undefined ? {} : { phases: phases.map(toPhase) }),
      ...(typeof jobGuarantee?.value === 'boolean' ? { jobGuarantee: jobGuarantee.value } : {}),
      ...(accessibility?.value ? { accessibility: accessibility.value } : {}),
      ...(forWhom.value
        ? { targetGroup: { text: forWhom.value, ...(preference?.value ? { preference: { ground: preference.value } } : {}) } }
        : {}),
      ...(initiative.entry.value ? { admission: initiative.entry.value } : {}),
      ...(initiative.whoPays.value ? { whoPays: initiative.whoPays.value.map(dropUndefined) } : {}),
      ...(url === undefined ? {} : { url }),
      ...outcomeFigures(initiative, track, sourceOf),
    },
  }
}

/** A figure goes with a programme when it says of how many, of which cohort, and is about this track. */
function outcomeFigures(
  { figures }: Initiative,
  track: Track,
  sourceOf: SourceOf,
): Partial<Record<'completion' | 'placement', OutcomeFigure>> {
  return Object.fromEntries(
    figures.flatMap(({ role, value, outOf, cohort, source, date, track: about }) =>
      role === undefined || outOf === undefined || cohort === undefined || (about !== undefined && about !== track.id)
        ? []
        : [
            [
              role,
              { of: value, outOf, cohort: cohort.nl, source: sourceOf(source).title.nl, ...(date.length === 10 ? { date } : {}) },
            ] as const,
          ],
    ),
  )
}

/** Known only when the length of every phase is. */
function wholeLength(phases: readonly InitiativePhase[] | undefined): number | undefined {
  const lengths = phases?.map(weeksOf)
  return lengths?.reduce((sum, one) => (sum === undefined || one === undefined ? undefined : sum + one), 0 as number | undefined)
}

function toPhase({ months, weeks, ...phase }: InitiativePhase): Phase {
  const length = weeksOf({ months, weeks })
  return { ...dropUndefined(phase), ...(length === undefined ? {} : { weeks: length }) }
}

/** That nothing is asked is clear. An amount may be a part, a deposit or a price of long ago: that stands with who pays, in words. */
function freeOf({ whoPays }: Initiative): Pick<OfferingRecord['facts'], 'feeEuro'> {
  return whoPays.value?.some(({ party, euro }) => party === 'participant' && euro === 0) ? { feeEuro: 0 } : {}
}

function toOfferings(initiative: Initiative, training: Training, track: Track): OfferingRecord[] {
  const programme = programmeIdOf(initiative, track)
  const facts = { online: false, ...freeOf(initiative), funding: [], rolling: false, starts: [] }
  if (training.places.length === 0) return [{ id: `${programme}:ask`, programme, demo: false, facts }]
  return training.places.map(({ region, place }) => ({
    id: `${programme}:${region}`,
    programme,
    demo: false,
    region,
    placeName: place,
    facts,
  }))
}

type Known<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** Optional fields that zod left as undefined: the record keeps what is known only. */
function dropUndefined<T extends object>(value: T): Known<T> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Known<T>
}
