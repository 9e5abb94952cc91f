import type { InitiativeFacets, InitiativeFilter } from '../../modules/initiatives/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import { initiativesWords } from '../words/initiatives.ts'
import type { FacetChoice, FacetGroup } from './facet-view.ts'

/** What the list of initiatives can be asked, in the order of its address. */
export const initiativeParams: readonly string[] = ['text', 'audience', 'region', 'pillar', 'kind']

/** Everything the list can be narrowed by, with counts. */
export function initiativeGroups(
  filter: InitiativeFilter,
  facets: InitiativeFacets,
  regionName: (code: string) => string,
  language: Language,
): FacetGroup[] {
  const words = initiativesWords[language]
  return [
    {
      name: 'kind',
      title: words.facets.kind,
      kind: 'one',
      choices: byCount(choicesOf(facets.kind, filter.kind, (value) => words.kinds[value])),
    },
    {
      name: 'audience',
      title: words.facets.audience,
      kind: 'one',
      choices: byCount(choicesOf(facets.audience, filter.audience, (value) => words.audiences[value])),
    },
    {
      name: 'pillar',
      title: words.facets.pillar,
      kind: 'one',
      choices: choicesOf(facets.pillar, filter.pillar, (value) => words.pillars[value]),
    },
    {
      name: 'region',
      title: words.facets.region,
      kind: 'one',
      choices: byCount(choicesOf(facets.region, filter.region, regionName)),
      note: words.regionNote,
    },
  ]
}

function choicesOf<T extends string | number>(
  counts: readonly { readonly value: T; readonly count: number }[],
  chosen: T | undefined,
  label: (value: T) => string,
): FacetChoice[] {
  return counts
    .map(({ value, count }) => ({ value: String(value), label: label(value), count, isOn: value === chosen }))
    .filter(({ count, isOn }) => count > 0 || isOn)
}

function byCount(choices: readonly FacetChoice[]): FacetChoice[] {
  return [...choices].sort((a, b) => (b.count ?? 0) - (a.count ?? 0) || a.label.localeCompare(b.label, 'nl'))
}
