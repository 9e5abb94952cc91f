import type { ConceptId, Skill, SkillKind } from '../../src/engine/taxonomy/index.ts'
import type { Dice } from '../dice.ts'
import { between } from './draw.ts'
import { idOf } from './world.ts'

/** One subject of a family: its general concept first, then what lies below it. */
export type Topic = readonly ConceptId[]

export interface Taxonomy {
  readonly skills: readonly Skill[]
  /** Topics of each family of occupations. */
  readonly families: readonly (readonly Topic[])[]
  /** Asked in all ICT work: version control, SQL, working in sprints. */
  readonly ictBasics: readonly ConceptId[]
  /** Asked in all work. */
  readonly human: readonly ConceptId[]
}

const topicsPerFamily = 12
const ictBasics = 36
const human = 60

/** About 4,400 skills: families of subjects two to three deep, tools and languages under narrow parents, links between them. */
export function realisticTaxonomy(dice: Dice, families: number, ictFamilies: number): Taxonomy {
  const maker = new Maker(dice)
  const topics = Array.from({ length: families }, (_, family) => {
    const group = maker.add('group')
    const shelf = maker.add('group', group)
    return Array.from({ length: topicsPerFamily }, () => topicOf(dice, maker, family < ictFamilies, shelf))
  })
  const shelf = maker.add('group')
  const basics = Array.from({ length: ictBasics }, () => maker.add(dice.pick(['tool', 'language', 'knowledge'] as const), shelf))
  const people = Array.from({ length: human }, () => maker.add('capability', shelf))
  linkThem(dice, maker.skills, topics)
  return { skills: maker.skills, families: topics, ictBasics: basics, human: people }
}

/** A general concept with four to eleven below it; half of the topics have a level between. */
function topicOf(dice: Dice, maker: Maker, ict: boolean, shelf: ConceptId): Topic {
  const general = maker.add(dice.pick(['knowledge', 'capability'] as const), shelf)
  const middle = dice.chance(0.5) ? maker.add('knowledge', general) : undefined
  const concrete = ict
    ? (['tool', 'tool', 'language', 'knowledge'] as const)
    : (['capability', 'capability', 'knowledge'] as const)
  const leaves = Array.from({ length: between(dice, 4, 10) }, () => {
    const parent = middle !== undefined && dice.chance(0.5) ? middle : dice.chance(0.8) ? general : shelf
    return maker.add(dice.pick(concrete), parent)
  })
  return [general, ...(middle === undefined ? [] : [middle]), ...leaves]
}

/** Related and close links, mostly within a family, and the same thing under another id: a second scheme. */
function linkThem(dice: Dice, skills: Draft[], families: readonly (readonly Topic[])[]): void {
  const byId = new Map(skills.map((skill) => [skill.id, skill]))
  for (const topics of families) {
    const own = topics.flat()
    for (const id of own) {
      const skill = byId.get(id) as Draft
      if (dice.chance(0.2)) skill.related = [dice.chance(0.85) ? dice.pick(own) : dice.pick(dice.pick(dice.pick(families)))]
      if (dice.chance(0.05)) skills.push({ id: `x-${id}`, kind: skill.kind, exact: [id] })
      else if (dice.chance(0.04)) skills.push({ id: `x-${id}`, kind: skill.kind, close: [id] })
    }
  }
}

interface Draft extends Skill {
  related?: readonly ConceptId[]
}

class Maker {
  readonly skills: Draft[] = []
  readonly #dice: Dice

  constructor(dice: Dice) {
    this.#dice = dice
  }

  /** One in fifty has a second parent, as in real taxonomies. */
  add(kind: SkillKind, parent?: ConceptId): ConceptId {
    const id = idOf('s', this.skills.length)
    const second = this.skills.length > 0 && this.#dice.chance(0.02) ? this.#dice.pick(this.skills).id : undefined
    const broader = [parent, kind === 'group' ? undefined : second].filter((one) => one !== undefined)
    this.skills.push({ id, kind, ...(broader.length > 0 ? { broader } : {}) })
    return id
  }
}
