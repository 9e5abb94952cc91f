import type { KeyedValues } from '../columns/index.ts'
import type { ConceptId, Graph } from '../taxonomy/index.ts'
import type { Demand } from './demand.ts'
import type { Dictionaries } from './dictionaries.ts'
import type { Requirement } from './vacancy.ts'
import type { VacancyValues } from './vacancy-columns.ts'

/** How much each dictionary holds. */
export interface DictionarySizes {
  readonly concepts: number
  readonly demands: number
  readonly kinds: number
  readonly values: { readonly [name in keyof VacancyValues]: number }
}

/**
 * What came into the dictionaries after they had these sizes, in the order in which it got its numbers: plain data, by which another
 * thread or a later process gives the same numbers to the same things.
 */
export interface DictionaryWords {
  readonly from: DictionarySizes
  /** Ids that vacancies and trainings name and no scheme holds. */
  readonly concepts: readonly ConceptId[]
  readonly demands: readonly Demand[]
  readonly kinds: readonly Requirement[]
  readonly values: { readonly [name in keyof VacancyValues]: KeyedValues<unknown> }
}

const valueNames = [
  'places',
  'occupations',
  'regions',
  'languages',
  'shifts',
  'papers',
  'licences',
  'reaches',
  'orders',
] as const satisfies readonly (keyof VacancyValues)[]

export function sizesOf({ graph, demands, kinds, values }: Dictionaries): DictionarySizes {
  return {
    concepts: graph.size,
    demands: demands.list.length,
    kinds: kinds.list.length,
    values: perName((name) => values[name].list.length),
  }
}

export function wordsAfter(dictionaries: Dictionaries, from: DictionarySizes): DictionaryWords {
  const { graph, demands, kinds, values } = dictionaries
  return {
    from,
    concepts: conceptsAfter(graph, from.concepts),
    demands: demands.list.slice(from.demands),
    kinds: kinds.list.slice(from.kinds).map(({ requirement }) => requirement),
    values: perName((name) => values[name].after(from.values[name])),
  }
}

/**
 * Takes the words in.
 * @throws Error where the dictionaries do not stand where the words begin: then numbers would mean something else
 */
export function takeWords(dictionaries: Dictionaries, words: DictionaryWords): void {
  const sizes = sizesOf(dictionaries)
  if (!areEqual(sizes, words.from)) throw new Error('these words follow on other dictionaries')
  const { graph, demands, kinds, values } = dictionaries
  for (const id of words.concepts) graph.numberOf(id)
  for (const { concept, need, evidence } of words.demands) demands.number(concept, need, evidence)
  for (const requirement of words.kinds) kinds.number(requirement)
  for (const name of valueNames) values[name].addAll(words.values[name] as KeyedValues<never>)
}

/** These ids are equal to nothing else: the number of each is the one under which it came in. */
function conceptsAfter(graph: Graph, from: number): ConceptId[] {
  return Array.from({ length: graph.size - from }, (_, at) => graph.idOf(from + at))
}

function perName<T>(of: (name: (typeof valueNames)[number]) => T): { readonly [name in keyof VacancyValues]: T } {
  return Object.fromEntries(valueNames.map((name) => [name, of(name)])) as { [name in keyof VacancyValues]: T }
}

function areEqual(a: DictionarySizes, b: DictionarySizes): boolean {
  return (
    a.concepts === b.concepts &&
    a.demands === b.demands &&
    a.kinds === b.kinds &&
    valueNames.every((name) => a.values[name] === b.values[name])
  )
}
