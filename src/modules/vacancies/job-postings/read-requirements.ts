import type { Weight } from '../../../engine/matching/index.ts'
import { type ClauseKind, readSkills } from '../../../engine/reading/index.ts'
import { conceptOf } from '../../skills/index.ts'
import type { KeptRequirement } from '../vacancy.ts'
import type { PostingContext } from './posting-context.ts'
import { firstText, isObject, type JsonObject, textOf, valuesOf } from './posting-fields.ts'
import type { PostingPart } from './posting-parts.ts'

const weightOf: Readonly<Record<ClauseKind, Weight | undefined>> = {
  essential: 'essential',
  mentioned: 'important',
  plus: 'somewhat',
  negated: undefined,
  aside: undefined,
}
const heaviestFirst: readonly Weight[] = ['essential', 'important', 'somewhat']
const longestWords = 120

/**
 * What is asked: `skills` of the posting as essential, and what its texts name, by how they name it. Per skill the heaviest weight, with the
 * words it came from. What is denied in the text (*no experience needed*) is not asked, unless `skills` or another sentence demands it.
 */
export function readRequirements(
  posting: JsonObject,
  parts: readonly PostingPart[],
  context: PostingContext,
  warnings: string[],
): KeptRequirement[] {
  const asked = new Map<string, KeptRequirement>()
  const denied = new Set<string>()
  const add = (skill: string, weight: Weight, words: string): void => {
    const there = asked.get(skill)
    if (there && heaviestFirst.indexOf(there.weight) <= heaviestFirst.indexOf(weight)) return
    asked.set(skill, { skill, weight, words: words.slice(0, longestWords) })
  }
  for (const value of valuesOf(posting, 'skills')) readExplicit(value, context, add, warnings)
  for (const part of parts) {
    if (part.name === 'skills') continue
    for (const mention of context.readSkills(part.text, { under: part.under })) {
      const skill = conceptOf(context.catalogue, mention)
      const weight = weightOf[mention.kind]
      if (mention.kind === 'negated') denied.add(skill)
      else if (weight !== undefined) add(skill, weight, mention.words)
    }
  }
  for (const skill of denied) if (asked.get(skill)?.weight !== 'essential') asked.delete(skill)
  return [...asked.values()].sort((a, b) => heaviestFirst.indexOf(a.weight) - heaviestFirst.indexOf(b.weight))
}

type Add = (skill: string, weight: Weight, words: string) => void

function readExplicit(value: unknown, context: PostingContext, add: Add, warnings: string[]): void {
  const { catalogue } = context
  if (isObject(value)) {
    for (const name of ['@id', 'url', 'sameAs', 'termCode', 'identifier']) {
      const concept = catalogue.find(firstText(value, name) ?? '')
      if (concept?.type !== 'skill') continue
      add(catalogue.standsFor(concept.id), 'essential', textOf(value) ?? catalogue.label(concept.id, 'en'))
      return
    }
  }
  for (const piece of piecesOf(textOf(value) ?? '')) readPiece(piece, context, add, warnings)
}

/** A list in one text is read item by item, so that an item that is not known can be named. */
function piecesOf(text: string): string[] {
  return text
    .split(/[\n;|•]|,(?!\d)/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}

function readPiece(piece: string, { catalogue, dictionary }: PostingContext, add: Add, warnings: string[]): void {
  const concept = catalogue.find(piece)
  if (concept?.type === 'skill') {
    add(catalogue.standsFor(concept.id), 'essential', catalogue.label(concept.id, 'en'))
    return
  }
  const mentions = readSkills(dictionary, piece, { under: 'essential' })
  if (mentions.length === 0) warnings.push(`The skill "${piece.slice(0, 80)}" is not in the loaded taxonomies and is not asked.`)
  for (const mention of mentions) {
    if (mention.kind === 'negated') continue
    add(conceptOf(catalogue, mention), mention.kind === 'plus' ? 'somewhat' : 'essential', mention.words)
  }
}
