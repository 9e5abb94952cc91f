import { words } from '../../text/index.ts'
import { careFor } from '../careful-words.ts'
import type { ClauseKind } from '../clauses.ts'
import type { Section } from '../headings.ts'
import { isLanguageName } from '../language-names.ts'
import type { SkillSpace } from './candidates.ts'
import type { Match } from './match-forms.ts'
import { surroundingNames, surroundingsOf } from './mention-surroundings.ts'
import { type Topic, topicFeatureNames, topicFeatures } from './mention-topic.ts'
import type { Passage } from './passage.ts'
import type { SkillToRead } from './skill-to-read.ts'

/** A stretch of a passage that may name a skill, before it is decided. */
export interface MentionCandidate {
  readonly match: Match
  /** One number per name in `mentionFeatureNames`. */
  readonly values: Float32Array
}

/** Where in an advertisement a passage stands. */
export interface MentionPlace {
  readonly kind: ClauseKind
  readonly section: Section
  /** How many labels of skills stand in its clause. */
  readonly labels: number
  readonly topic: Topic
}

/** What a decision is made by. */
export const mentionFeatureNames = [
  'cosine',
  'preferredCosine',
  'share of the form',
  'share of the stretch',
  'weight in common',
  'weight of the heaviest key in common',
  'weight missing',
  'weight beside',
  'keys in common',
  'keys of the form',
  'one key',
  'inside one word',
  'words of the stretch',
  'words between',
  'same order',
  'words as written',
  'person for a skill',
  'gap to the best here',
  'rivals here',
  'closeness of the stretch',
  'closeness of the five',
  'closeness of the whole',
  'gap in closeness',
  'encoder',
  'knowledge',
  'preferred form',
  'phrase',
  'names of the skill',
  'essential',
  'plus',
  'mentioned',
  'aside',
  'in demands',
  'in tasks',
  'in the offer',
  'in the organisation',
  'in the procedure',
  'English passage',
  ...surroundingNames,
  ...topicFeatureNames,
] as const

/** A form of which less stands in the passage is not named by it. */
export const leastCoverage = 0.5
const leastCosine = 0.6
/** A passage names few skills: what is further down a list this long is no reading. */
const mostPerPassage = 60

/** A skill is not named across the parts of a list or over a bracket. */
function hangsTogether(text: string, { tokens }: Passage, { first, last }: Match): boolean {
  return !/[,;:!?()[\]|•\n]|\.\s/.test(text.slice(tokens[first]!.start, tokens[last]!.end))
}

/**
 * All that a passage may name, with what speaks for and against it.
 *
 * @param text what the places of the tokens refer to
 */
export function mentionCandidates(space: SkillSpace, text: string, passage: Passage, place: MentionPlace): MentionCandidate[] {
  const matches = space.matcher
    .match(passage, leastCoverage)
    .filter((match) => match.cosine >= leastCosine && hangsTogether(text, passage, match) && mayBeNamed(space, passage, match))
    .sort((a, b) => b.cosine - a.cosine || a.skill - b.skill)
    .slice(0, mostPerPassage)
  if (matches.length === 0) return []
  const placed = space.vectors?.place(passage)
  const closeness = placed?.closeness(matches.map(({ skill }) => skill))
  const near = placed ? matches.map(({ skill, first, last }) => placed.ofStretch(skill, first, last)) : matches.map(() => 0)
  return matches.map((match, at) => {
    const here = matches.map((_, other) => other).filter((other) => overlap(match, matches[other]!))
    const bestHere = Math.max(...here.map((other) => matches[other]!.cosine))
    const closestHere = Math.max(...here.map((other) => near[other]!))
    const rivals = here.filter((other) => other !== at && matches[other]!.cosine > match.cosine - rivalry).length
    const values = Float32Array.from([
      ...wordFeatures(space, passage, match),
      bestHere - match.cosine,
      Math.min(rivals, 5),
      near[at]!,
      closeness?.five[at] ?? 0,
      closeness?.whole[at] ?? 0,
      closestHere - near[at]!,
      placed ? 1 : 0,
      space.index.skills[match.skill]!.knowledge ? 1 : 0,
      space.index.preferred[match.form]!,
      space.index.phrase[match.form]!,
      namesOf(space.index.skills[match.skill]!),
      ...countedKinds.map((one) => (one === place.kind ? 1 : 0)),
      ...countedSections.map((one) => (one === place.section ? 1 : 0)),
      passage.language === 'en' ? 1 : 0,
      ...surroundingsOf(space.index, text, passage, match, place.labels),
      ...topicFeatures(space, match.skill, place.topic),
    ])
    return { match, values }
  })
}

/** A degree is a term and no skill: *Bachelor of Master* is not the mastering of sound. */
const degrees: ReadonlySet<string> = new Set('bachelor bachelors master masters mbo hbo wo phd msc bsc diploma'.split(' '))

/**
 * What a label of one word does not allow, its forms are not allowed either: *excellent* is no *Excel*. Speaking a language is a term and no
 * skill.
 */
function mayBeNamed({ index }: SkillSpace, { tokens }: Passage, { form, first, last }: Match): boolean {
  const label = index.labels[form]!
  const inLabel = words(label)
  if (inLabel.some(isLanguageName) || tokens.slice(first, last + 1).some(({ text }) => isLanguageName(text))) return false
  if (first === last && degrees.has(tokens[first]!.text)) return false
  return first !== last || inLabel.length > 1 || careFor(inLabel, label) === 'none'
}

/** How well a skill is described by names. */
function namesOf({ forms }: SkillToRead): number {
  let count = 0
  for (const form of forms) if (!form.isPhrase) count++
  return Math.log1p(count)
}

const rivalry = 0.1
const countedKinds: readonly ClauseKind[] = ['essential', 'plus', 'mentioned', 'aside']
const countedSections: readonly Section[] = ['demands', 'tasks', 'offer', 'organisation', 'procedure']

function overlap(a: Match, b: Match): boolean {
  return a.first <= b.last && b.first <= a.last
}

function wordFeatures({ index }: SkillSpace, passage: Passage, { form, first, last, cosine, preferredCosine }: Match): number[] {
  const keys = index.keys.subarray(index.keysFrom[form]!, index.keysFrom[form + 1]!)
  const places = placesOf(keys, passage, first, last)
  const common = [...keys].filter((_, at) => places[at]! >= 0)
  const weights = common.map((key) => index.weight[key]!)
  const shared = weights.reduce((sum, weight) => sum + weight, 0)
  const own = passage.before[last + 1]! - passage.before[first]!
  const norm = index.norm[form]!
  const found = places.filter((place) => place >= 0)
  const inOrder = found.every((place, at) => at === 0 || place >= found[at - 1]!)
  const tokens = new Set(found)
  return [
    cosine,
    preferredCosine,
    shared / norm,
    shared / own,
    Math.sqrt(shared),
    Math.sqrt(Math.max(0, ...weights)),
    Math.sqrt(Math.max(0, norm - shared)),
    Math.sqrt(Math.max(0, own - shared)),
    Math.min(common.length, 4),
    Math.min(keys.length, 6),
    common.length === 1 ? 1 : 0,
    first === last && common.length > 1 ? 1 : 0,
    last - first + 1,
    last - first + 1 - tokens.size,
    inOrder ? 1 : 0,
    ...writingFeatures(index.labels[form]!, passage, tokens),
  ]
}

/** *data engineers* are people, *data engineering* is a skill; their stems are the same. */
const person = /(?:[^e]er|ers|or|ors|ist|ists|isten|eur|eurs|ster|sters|ant|ants|anten)$/

/** How many of the words in common are written as in the label, and whether one is the name of who does it. */
function writingFeatures(label: string, passage: Passage, tokens: ReadonlySet<number>): [number, number] {
  const inLabel = words(label)
  const here = [...tokens].map((token) => passage.tokens[token]!.text)
  const written = here.filter((word) => inLabel.some((other) => other === word || other.includes(word) || word.includes(other)))
  const named = here.some((word) => person.test(word) && !inLabel.some((other) => person.test(other)))
  return [written.length / here.length, named ? 1 : 0]
}

/** The first token between `first` and `last` at which each key stands; -1 for one that does not. */
function placesOf(keys: Int32Array, passage: Passage, first: number, last: number): number[] {
  const places: number[] = Array.from(keys, () => -1)
  for (const [at, key] of passage.keys.entries()) {
    const token = passage.tokenOf[at]!
    if (token < first || token > last) continue
    const place = keys.indexOf(key)
    if (place >= 0 && places[place]! < 0) places[place] = token
  }
  return places
}
