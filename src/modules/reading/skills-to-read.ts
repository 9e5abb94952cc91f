import type { ReadLanguage, SkillForm, SkillToRead } from '../../engine/reading/index.ts'
import type { Catalogue } from '../skills/index.ts'

interface Use {
  essential: number
  optional: number
}

/** The skills of all loaded taxonomies as reading needs them. Labels in other languages than Dutch and English are left out. */
export function skillsToRead(catalogue: Catalogue): SkillToRead[] {
  const used = countUse(catalogue)
  return [...formsByConcept(catalogue)].map(([concept, forms]) => {
    const { essential, optional } = used.get(concept) ?? { essential: 0, optional: 0 }
    const description = catalogue.description(concept, 'en')
    return {
      concept,
      forms,
      ...(description === undefined ? {} : { description }),
      essentialIn: essential,
      optionalIn: optional,
      knowledge: catalogue.get(concept).kind === 'knowledge',
    }
  })
}

function formsByConcept(catalogue: Catalogue): Map<string, SkillForm[]> {
  const forms = new Map<string, SkillForm[]>()
  for (const { concept, type, language, label } of catalogue.labels()) {
    if (type !== 'skill' || !isRead(language)) continue
    const form = { label, language, preferred: catalogue.label(concept, language) === label }
    const own = forms.get(concept)
    if (own) own.push(form)
    else forms.set(concept, [form])
  }
  return forms
}

function isRead(language: string): language is ReadLanguage {
  return language === 'nl' || language === 'en'
}

function countUse(catalogue: Catalogue): Map<string, Use> {
  const used = new Map<string, Use>()
  for (const { id } of catalogue.engineOccupations()) {
    for (const { skill, weight } of catalogue.skillsOf(id)) {
      const use = used.get(skill) ?? { essential: 0, optional: 0 }
      if (weight === 'essential') use.essential++
      else use.optional++
      used.set(skill, use)
    }
  }
  return used
}
