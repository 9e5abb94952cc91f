import type { LinkableConcept, LinkableForm } from '../../engine/linking/index.ts'
import type { Catalogue, Language } from '../skills/index.ts'

const languages: readonly Language[] = ['nl', 'en']

/** The occupations of all loaded taxonomies as linking needs them; one that another stands for is left out, for its forms are those of the other too. */
export function occupationsToLink(catalogue: Catalogue): LinkableConcept[] {
  const forms = new Map<string, LinkableForm[]>()
  for (const { concept, type, language, label } of catalogue.labels()) {
    if (type !== 'occupation' || (language !== 'nl' && language !== 'en')) continue
    const stands = catalogue.standsFor(concept)
    const own = forms.get(stands) ?? []
    // The label that is shown comes first.
    if (catalogue.label(stands, language) === label) own.unshift({ text: label, language })
    else own.push({ text: label, language })
    forms.set(stands, own)
  }
  return [...forms].map(([id, own]) => ({
    id,
    forms: own,
    descriptions: languages.flatMap((language) => {
      const text = catalogue.description(id, language)
      return text === undefined ? [] : [{ text, language }]
    }),
    ...groupOf(catalogue, id),
  }))
}

function groupOf(catalogue: Catalogue, id: string): { readonly group?: string } {
  const isco = catalogue.find(id)?.codes.isco
  return isco === undefined ? {} : { group: isco }
}
