import { manyEssentials, mostEssentials, type Weight } from '../../../engine/matching/index.ts'
import { readSkills } from '../../../engine/reading/index.ts'
import { conceptOf } from '../../skills/index.ts'
import type { PostingContext } from '../job-postings/posting-context.ts'
import { numberOf } from '../job-postings/posting-fields.ts'
import { tooMany } from '../job-postings/read-posting.ts'
import type { KeptRequirement } from '../vacancy.ts'
import { first, textAt, type XmlElement } from './xml-element.ts'

const heaviestFirst: readonly Weight[] = ['essential', 'important', 'somewhat']
const longestWords = 120

/** The competencies beside what the texts ask, each skill once at its heaviest weight. */
export function addCompetencies(
  fromText: readonly KeptRequirement[],
  competencies: readonly XmlElement[],
  context: PostingContext,
  warnings: string[],
): { readonly asked: readonly KeptRequirement[] } | { readonly refused: string } {
  const asked = new Map(fromText.map((one) => [one.skill, one]))
  for (const competency of competencies) {
    const name = competency.attributes.name ?? competency.attributes.description ?? textAt(competency, 'CompetencyName') ?? ''
    const id = textAt(competency, 'CompetencyId') ?? first(competency, 'CompetencyId')?.attributes.id ?? ''
    const skills = skillsIn(id, name, context)
    if (skills.length === 0)
      warnings.push(`The competency "${name.slice(0, 80)}" is not in the loaded taxonomies and is not asked.`)
    const weight = weightOf(competency)
    for (const skill of skills) {
      const there = asked.get(skill)
      if (there && heaviestFirst.indexOf(there.weight) <= heaviestFirst.indexOf(weight)) continue
      asked.set(skill, { skill, weight, words: name.slice(0, longestWords) })
    }
  }
  const all = [...asked.values()].sort((a, b) => heaviestFirst.indexOf(a.weight) - heaviestFirst.indexOf(b.weight))
  const essentials = all.filter(({ weight }) => weight === 'essential').length
  if (essentials > mostEssentials) return { refused: tooMany(essentials) }
  if (essentials > manyEssentials && competencies.length > 0)
    warnings.push(`It asks ${essentials} essential skills: hardly anybody has them all.`)
  return { asked: all }
}

function skillsIn(id: string, name: string, { catalogue, dictionary }: PostingContext): string[] {
  const concept = catalogue.find(id)
  if (concept?.type === 'skill') return [catalogue.standsFor(concept.id)]
  const mentions = readSkills(dictionary, name, { under: 'essential' }).filter(({ kind }) => kind !== 'negated')
  return [...new Set(mentions.map((mention) => conceptOf(catalogue, mention)))]
}

/** HR-XML says required or not; else a weight counts only with the ends of its scale; else it is named, no more. */
function weightOf(competency: XmlElement): Weight {
  const { required } = competency.attributes
  if (required === 'true' || required === '1') return 'essential'
  if (required === 'false' || required === '0') return 'somewhat'
  const value = first(competency, 'CompetencyWeight/NumericValue')
  const [least, most, weight] = [value?.attributes.minValue, value?.attributes.maxValue, value?.text].map(numberOf)
  if (least === undefined || most === undefined || weight === undefined || most <= least) return 'important'
  const share = (weight - least) / (most - least)
  return share >= 2 / 3 ? 'essential' : share >= 1 / 3 ? 'important' : 'somewhat'
}
