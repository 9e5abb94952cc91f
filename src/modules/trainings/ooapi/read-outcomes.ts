import type { Level } from '../../../engine/taxonomy/index.ts'
import { eachOnce, levelUnsaid, skillsInText } from '../intake/read-skills.ts'
import type { TrainingContext } from '../intake/training-context.ts'
import type { ProgrammeSkill } from '../programme.ts'
import { fieldOf, isObject, type JsonObject, objectsOf } from './json.ts'
import { consumerOf } from './read-consumer.ts'
import { bilingualOf, textsOf } from './read-values.ts'

/**
 * Bloom's levels of complexity as ours: to remember and understand is 1, to apply 2, to analyse 3, to evaluate and create 4. A choice of
 * this project (docs/engine/knobs.md).
 */
const bloom: Readonly<Record<string, Level>> = { bloom_1: 1, bloom_2: 1, bloom_3: 2, bloom_4: 3, bloom_5: 4, bloom_6: 4 }

/**
 * What a programme teaches: its learning outcomes, each by a code that is a concept of a loaded taxonomy (an *alignment*), else by what its
 * text names. Where it has none, what its own description names.
 */
export function readOutcomes(
  programme: JsonObject,
  outcomes: ReadonlyMap<string, JsonObject>,
  context: TrainingContext,
  notes: string[],
): ProgrammeSkill[] {
  const ids = textsOf(programme.learningOutcomeIds)
  const missing = ids.filter((id) => !outcomes.has(id))
  if (missing.length > 0) notes.push(`The learning outcome ${missing[0]} is in none of the files${more(missing)}.`)
  const listed = ids.map((id) => outcomes.get(id)).filter((one) => one !== undefined)
  // v5 has them as texts in the programme itself.
  const texts = writtenOut(programme.learningOutcomes)
  const said = [...listed, ...texts].flatMap((one) => readOutcome(one, context))
  if (said.length > 0) return eachOnce(said)
  if (ids.length + texts.length > 0) notes.push('None of its learning outcomes names a skill of the loaded taxonomies.')
  return eachOnce(textOf(programme, ['name', 'description']).flatMap((text) => skillsInText(text, undefined, context)))
}

function readOutcome(outcome: JsonObject, context: TrainingContext): ProgrammeSkill[] {
  const level = levelOf(outcome)
  const aligned = codesOf(outcome).flatMap((code) => {
    const concept = context.catalogue.find(code)
    return concept?.type === 'skill' ? [context.catalogue.standsFor(concept.id)] : []
  })
  if (aligned.length > 0)
    return [...new Set(aligned)].map((skill) => ({ skill, level: level ?? levelUnsaid, from: 'alignment' as const }))
  return textOf(outcome, ['name', 'description']).flatMap((text) => skillsInText(text, level, context))
}

function levelOf(outcome: JsonObject): Level | undefined {
  const own = consumerOf(outcome)?.level
  if (own === 1 || own === 2 || own === 3 || own === 4) return own
  return bloom[String(fieldOf(outcome, 'complexityLevel') ?? '')]
}

/** Everything that may be the URI of a concept. */
function codesOf(outcome: JsonObject): string[] {
  const codes = [outcome.primaryCode, ...objectsOf(outcome.otherCodes)].flatMap((one) =>
    isObject(one) && typeof one.code === 'string' ? [one.code] : [],
  )
  const own = consumerOf(outcome)?.skill
  return [...(typeof own === 'string' ? [own] : []), ...codes]
}

/** In v5 a learning outcome is a list of texts, in v6 an object; by hand it may be one text. */
function writtenOut(value: unknown): JsonObject[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one: unknown): JsonObject[] => {
    if (Array.isArray(one) || typeof one === 'string') return [{ name: one }]
    if (!isObject(one)) return []
    return [typeof one.value === 'string' ? { name: [one] } : one]
  })
}

/** In one language: the other says the same. */
function textOf(object: JsonObject, names: readonly string[]): string[] {
  const texts = names.flatMap((name) => bilingualOf(object[name], name) ?? [])
  return texts.length === 0 ? [] : [texts.map(({ nl }) => nl).join('\n'), texts.map(({ en }) => en).join('\n')]
}

function more({ length }: readonly string[]): string {
  return length > 1 ? `, nor are ${length - 1} others` : ''
}
