import type { EvidenceState, Weight } from '../../../engine/matching/index.ts'
import { readSkills } from '../../../engine/reading/index.ts'
import type { Level } from '../../../engine/taxonomy/index.ts'
import { conceptOf } from '../../skills/index.ts'
import type { PostingContext } from '../job-postings/posting-context.ts'
import type { KeptRequirement } from '../vacancy.ts'
import type { Cells } from './cells.ts'

const weights: readonly Weight[] = ['essential', 'important', 'somewhat']
const longestWords = 120
/** After the name or id: `:3`, `:3:verified`, `::evidenced`. */
const suffix = /(?::([1-4])?(?::(claimed|evidenced|verified))?)?$/

/**
 * The skills in the three columns, each once at its heaviest weight, in the order of the cells. One that no taxonomy knows is told and not
 * asked.
 */
export function skillsOf(cells: Cells, context: PostingContext, warnings: string[]): KeptRequirement[] {
  const asked = new Map<string, KeptRequirement>()
  for (const weight of weights) {
    for (const item of cells.list(weight) ?? []) {
      const { name, level, evidence }: Parted = context.catalogue.find(item) ? { name: item } : parted(item)
      const found = find(name, context)
      if (found.length === 0) warnings.push(`The skill "${name.slice(0, 80)}" is not in the loaded taxonomies and is not asked.`)
      for (const { skill, words } of found) {
        if (asked.has(skill)) continue
        asked.set(skill, {
          ...{ skill, weight },
          ...(level === undefined ? {} : { level }),
          ...(evidence === undefined ? {} : { evidence }),
          ...(words === undefined ? {} : { words: words.slice(0, longestWords) }),
        })
      }
    }
  }
  return [...asked.values()]
}

interface Parted {
  readonly name: string
  readonly level?: Level
  readonly evidence?: EvidenceState
}

function parted(item: string): Parted {
  const match = suffix.exec(item)
  const [whole = '', level, evidence] = match ?? []
  const name = whole === '' ? item : item.slice(0, -whole.length)
  return {
    name: name.trim(),
    ...(level === undefined ? {} : { level: Number(level) as Level }),
    ...(evidence === undefined ? {} : { evidence: evidence as EvidenceState }),
  }
}

/** By id; else by the names in it, with the words that were written. */
function find(name: string, { catalogue, dictionary }: PostingContext): { readonly skill: string; readonly words?: string }[] {
  const concept = catalogue.find(name)
  if (concept?.type === 'skill') return [{ skill: catalogue.standsFor(concept.id) }]
  const mentions = readSkills(dictionary, name, { under: 'essential' })
  return mentions.map((mention) => ({ skill: conceptOf(catalogue, mention), words: mention.words }))
}
