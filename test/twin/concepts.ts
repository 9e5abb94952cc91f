import type { ConceptId, Skill, SkillKind, TransferModel } from '../../src/engine/taxonomy/concept.ts'
import { sorted } from './order.ts'

export type How = 'same' | 'specific' | 'close' | 'related' | 'sibling' | 'general'

/** The order of ruling 24. */
export const hows: readonly How[] = ['same', 'specific', 'close', 'related', 'sibling', 'general']

export interface Link {
  readonly how: How
  /** In 1/1200. */
  readonly kinship: number
}

/** Skills that match exactly are one concept, named by its lowest id. Groups are no concepts. */
export interface Concepts {
  readonly all: readonly ConceptId[]
  conceptOf(skill: ConceptId): ConceptId | undefined
  /** All concepts of which this one is a kind, not itself. */
  above(concept: ConceptId): ReadonlySet<ConceptId>
  /** What a claim of `claimed` is worth for a requirement of `asked`. */
  link(claimed: ConceptId, asked: ConceptId): Link | undefined
}

export function conceptsOf(allSkills: readonly Skill[], model: TransferModel): Concepts {
  const skills = allSkills.filter((skill) => skill.kind !== 'group')
  const byId = new Map(skills.map((skill) => [skill.id, skill]))
  const exactClass = (id: ConceptId): Set<ConceptId> => {
    const found = new Set([id])
    for (let grown = true; grown; ) {
      const before = found.size
      for (const skill of skills) {
        for (const other of skill.exact ?? []) {
          if (!byId.has(other)) continue
          if (found.has(skill.id) || found.has(other)) found.add(skill.id).add(other)
        }
      }
      grown = found.size > before
    }
    return found
  }
  const nameOf = new Map(skills.map((skill) => [skill.id, sorted(exactClass(skill.id))[0]!]))
  const all = sorted(new Set(nameOf.values()))
  const kindOf = (concept: ConceptId): SkillKind => byId.get(concept)!.kind

  const linksOf = (concept: ConceptId, which: 'broader' | 'close' | 'related'): Set<ConceptId> => {
    const linked = new Set<ConceptId>()
    for (const skill of skills) {
      if (nameOf.get(skill.id) !== concept) continue
      for (const other of skill[which] ?? []) {
        const name = nameOf.get(other)
        if (name !== undefined && name !== concept) linked.add(name)
      }
    }
    return linked
  }
  const parents = new Map(all.map((concept) => [concept, linksOf(concept, 'broader')]))
  const close = new Map(all.map((concept) => [concept, linksOf(concept, 'close')]))
  const related = new Map(all.map((concept) => [concept, linksOf(concept, 'related')]))
  const childrenOf = (concept: ConceptId) => all.filter((child) => parents.get(child)!.has(concept))

  const climb = (concept: ConceptId): Set<ConceptId> => {
    const seen = new Set<ConceptId>()
    const visit = (one: ConceptId) => {
      for (const parent of parents.get(one)!) {
        if (seen.has(parent)) continue
        seen.add(parent)
        visit(parent)
      }
    }
    visit(concept)
    return seen
  }
  const above = new Map(all.map((concept) => [concept, climb(concept)]))

  const areSiblings = (a: ConceptId, b: ConceptId) =>
    [...parents.get(a)!].some((parent) => parents.get(b)!.has(parent) && childrenOf(parent).length <= model.narrowParentChildren)
  const toolOrLanguage = (concept: ConceptId) => kindOf(concept) === 'tool' || kindOf(concept) === 'language'

  const findLink = (claimed: ConceptId, asked: ConceptId): Link | undefined => {
    const links: Link[] = []
    if (claimed === asked) links.push({ how: 'same', kinship: 1200 })
    if (above.get(claimed)!.has(asked)) links.push({ how: 'specific', kinship: 1200 })
    if (close.get(claimed)!.has(asked) || close.get(asked)!.has(claimed)) {
      links.push({ how: 'close', kinship: model.closeKinship })
    }
    if (related.get(claimed)!.has(asked) || related.get(asked)!.has(claimed)) {
      links.push({ how: 'related', kinship: model.relatedKinship })
    }
    if (claimed !== asked && areSiblings(claimed, asked)) {
      const both = toolOrLanguage(claimed) && toolOrLanguage(asked)
      links.push({ how: 'sibling', kinship: both ? model.siblingKinship : model.siblingKinshipOther })
    }
    if (above.get(asked)!.has(claimed)) links.push({ how: 'general', kinship: model.generalForSpecificKinship })
    let best: Link | undefined
    for (const link of links) if (best === undefined || link.kinship > best.kinship) best = link
    return best
  }
  const links = new Map(all.map((a) => [a, new Map(all.map((b) => [b, findLink(a, b)]))]))

  return {
    all,
    conceptOf: (skill) => nameOf.get(skill),
    above: (concept) => above.get(concept)!,
    link: (claimed, asked) => links.get(claimed)!.get(asked),
  }
}
