import type { Language } from '../../modules/skills/index.ts'
import { euroText, languageName, numberText } from '../words/format.ts'
import { programmeWords } from '../words/programme.ts'
import { programmesWords } from '../words/programmes.ts'
import { searchWords } from '../words/search.ts'
import type { FacetChoice, FacetGroup } from './facet-view.ts'
import { online, type ProgrammeFacetName, type ProgrammesFound, steps } from './programme-search.ts'
import type { SearchParams } from './query.ts'

const mostSkills = 40

interface Names {
  readonly language: Language
  readonly skill: (id: string) => string
  readonly region: (code: string) => string | undefined
}

/** Everything the list of programmes can be narrowed by, with counts. */
export function programmeGroups(search: SearchParams, { facets }: ProgrammesFound, names: Names): FacetGroup[] {
  const { language } = names
  const words = programmesWords[language]
  const group = (
    name: ProgrammeFacetName,
    kind: FacetGroup['kind'],
    values: readonly string[],
    label: (value: string) => string,
    note?: string,
  ): FacetGroup => ({
    name,
    title: words.groups[name],
    kind,
    choices: values.flatMap((value): FacetChoice[] => {
      const count = facets[name].counts.get(value) ?? 0
      const isOn = (search[name] ?? []).includes(value)
      return count > 0 || isOn ? [{ value, label: label(value), count, isOn }] : []
    }),
    ...(note === undefined ? {} : { note }),
  })
  const silent = (name: ProgrammeFacetName): string | undefined =>
    facets[name].silent === 0 ? undefined : searchWords[language].silent(numberText(facets[name].silent, language))
  const mostFirst = (name: ProgrammeFacetName): string[] =>
    [...facets[name].counts].sort(([a, of], [b, other]) => other - of || (a < b ? -1 : 1)).map(([value]) => value)
  const withChosen = (name: ProgrammeFacetName, values: readonly string[]): string[] => [
    ...new Set([...values, ...(search[name] ?? [])]),
  ]
  const ordered = (name: 'price' | 'load' | 'start'): string[] => steps[name].map(String)
  const regions = mostFirst('region').filter((value) => value !== online)
  return [
    group('skill', 'many', withChosen('skill', mostFirst('skill').slice(0, mostSkills)), names.skill),
    group('region', 'many', withChosen('region', [online, ...regions]), (value) =>
      value === online ? words.online : (names.region(value) ?? value),
    ),
    group('form', 'many', mostFirst('form'), (value) => programmeWords[language].forms[value as 'course'] ?? value),
    group(
      'price',
      'one',
      ordered('price'),
      (value) => words.price(euroText(Number(value), language), Number(value)),
      silent('price'),
    ),
    group('load', 'one', ordered('load'), words.load, silent('load')),
    group('start', 'one', ordered('start'), words.start),
    group('language', 'many', mostFirst('language'), (code) => languageName(code, language), silent('language')),
    group('job', 'many', ['yes'], () => words.job),
    group('ask', 'many', ['yes'], () => words.ask, words.askNote),
  ]
}
