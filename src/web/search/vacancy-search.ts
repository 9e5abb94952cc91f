import { occupationOf, slugOf } from '../../modules/occupations/index.ts'
import type { Catalogue, Language } from '../../modules/skills/index.ts'
import type { Contract, FacetCount, VacancyFacets, VacancyFilter } from '../../modules/vacancies/index.ts'
import { languageName, numberText } from '../words/format.ts'
import { searchWords } from '../words/search.ts'
import { vacanciesWords } from '../words/vacancies.ts'
import { vacancyWords } from '../words/vacancy.ts'
import type { FacetChoice, FacetGroup, FilterChip } from './facet-view.ts'
import { chipsOf, readNumber, type SearchParams, searchLink, without } from './query.ts'

/** The parameters of the list of vacancies. None of them is a name that the pages use to try a limit (`trial.ts`). */
export const vacancyParams = [
  'text',
  'occupation',
  'region',
  'band',
  'pay',
  'home',
  'contract',
  'employer',
  'speaks',
  'diploma',
  'mine',
  'sort',
] as const

const contracts: readonly Contract[] = ['permanent', 'temporary', 'internship', 'freelance']
const mostEmployers = 12

/** What a search asks of the record; what is no use is passed over. Fit is not in it: that needs a person. */
export function vacancyFilter(search: SearchParams, catalogue: Catalogue): VacancyFilter {
  const all = (name: string): readonly string[] => search[name] ?? []
  const number = (name: string, most: number): number | undefined =>
    readNumber(new URLSearchParams({ [name]: all(name)[0] ?? '' }), name, 0, most)
  const [hoursMin, hoursMax] =
    /^(\d{1,2})-(\d{1,2})$/
      .exec(all('band')[0] ?? '')
      ?.slice(1)
      .map(Number) ?? []
  const euro = number('pay', 500)
  return {
    text: all('text')[0],
    occupations: all('occupation').flatMap((name) => catalogue.equals(occupationOf(name, catalogue))),
    regions: all('region'),
    hoursMin,
    hoursMax,
    wageMin: euro === undefined ? undefined : euro * 100,
    remote: number('home', 100),
    contracts: contracts.filter((one) => all('contract').includes(one)),
    employer: all('employer')[0],
    languages: all('speaks'),
    noDiploma: all('diploma')[0] === 'no',
  }
}

/** How many vacancies fit the person, where there is one: for certain, and perhaps. */
export interface FitCounts {
  readonly sure: number
  readonly may: number
  /** Only where not all were looked at: how many of those that fit best. */
  readonly lookedAt?: number
}

/** Everything the list can be narrowed by, with counts. */
export function vacancyGroups(
  search: SearchParams,
  facets: VacancyFacets,
  catalogue: Catalogue,
  regionName: (code: string) => string | undefined,
  language: Language,
  fit: FitCounts | undefined,
): FacetGroup[] {
  const words = vacanciesWords[language]
  const isOn = (name: string, value: string): boolean => (search[name] ?? []).includes(value)
  const silent = (n: number): { note?: string } =>
    n === 0 ? {} : { note: searchWords[language].silent(numberText(n, language)) }
  const choices = (name: string, counts: readonly FacetCount[], label: (value: string) => string): FacetChoice[] =>
    counts
      .map(({ value, count }) => ({ value, label: label(value), count, isOn: isOn(name, value) }))
      .filter((choice) => choice.count > 0 || choice.isOn)
  const occupations = mergeEquals(facets.occupations.counts, catalogue)
  const shown = new Set(occupations.map(({ value }) => value))
  const chosenEmpty = (search.occupation ?? []).filter((value) => !shown.has(value)).map((value) => ({ value, count: 0 }))
  return [
    ...(fit
      ? [
          {
            name: 'mine',
            title: words.mine,
            kind: 'one' as const,
            choices: [
              { value: 'sure', label: words.mineSure, count: fit.sure, isOn: isOn('mine', 'sure') },
              { value: 'now', label: words.mineMay, count: fit.may, isOn: isOn('mine', 'now') },
            ],
            ...(fit.lookedAt === undefined ? {} : { note: words.lookedAt(numberText(fit.lookedAt, language)) }),
          },
        ]
      : []),
    {
      name: 'occupation',
      title: words.occupation,
      kind: 'many',
      choices: choices('occupation', [...occupations, ...chosenEmpty], (name) =>
        catalogue.label(occupationOf(name, catalogue), language),
      ),
      ...silent(facets.occupations.silent),
    },
    {
      name: 'region',
      title: words.region,
      kind: 'many',
      choices: choices('region', facets.regions.counts, (code) => regionName(code) ?? code),
      ...silent(facets.regions.silent),
    },
    {
      name: 'band',
      title: words.hours,
      kind: 'one',
      choices: choices('band', facets.hours.counts, (band) => bandText(band, language)),
      ...silent(facets.hours.silent),
    },
    {
      name: 'home',
      title: words.home,
      kind: 'one',
      choices: choices('home', facets.remote.counts, (step) => words.homeSteps[step] ?? `${step}%`),
      ...silent(facets.remote.silent),
    },
    {
      name: 'contract',
      title: words.contract,
      kind: 'many',
      choices: choices('contract', facets.contracts.counts, (one) => vacancyWords[language].contracts[one] ?? one),
      ...silent(facets.contracts.silent),
    },
    {
      name: 'speaks',
      title: words.speaks,
      kind: 'many',
      choices: choices('speaks', facets.languages.counts, (code) => languageName(code, language)),
    },
    {
      name: 'employer',
      title: words.employer,
      kind: 'one',
      choices: choices('employer', facets.employers.counts.slice(0, mostEmployers), (name) => name),
    },
    {
      name: 'diploma',
      title: words.diploma,
      kind: 'many',
      choices: [{ value: 'no', label: words.noDiploma, count: facets.noDiploma, isOn: isOn('diploma', 'no') }],
    },
  ]
}

/** The filters that are on, each with the address of the list without it. */
export function vacancyChips(
  search: SearchParams,
  groups: readonly FacetGroup[],
  path: string,
  language: Language,
): FilterChip[] {
  const words = vacanciesWords[language]
  const free: FilterChip[] = [
    ...(search.text ?? []).map((text) => ({ label: words.textChip(text), href: searchLink(path, without(search, 'text')) })),
    ...(search.pay ?? []).map((euro) => ({ label: words.payChip(euro), href: searchLink(path, without(search, 'pay')) })),
  ]
  return [...free, ...chipsOf(search, groups, path)]
}

function bandText(band: string, language: Language): string {
  const [from = '', upTo = ''] = band.split('-')
  const words = vacanciesWords[language]
  return Number(upTo) >= 60 ? words.hoursFrom(from) : words.hoursBand(from, upTo)
}

/** Equal occupations of different taxonomies are one choice, by the name it has in an address. */
function mergeEquals(counts: readonly FacetCount[], catalogue: Catalogue): FacetCount[] {
  const merged = new Map<string, number>()
  for (const { value, count } of counts) {
    const name = slugOf(catalogue.standsFor(value))
    merged.set(name, (merged.get(name) ?? 0) + count)
  }
  return [...merged].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
