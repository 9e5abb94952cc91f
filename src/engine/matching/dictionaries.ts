import { Values } from '../columns/index.ts'
import type { Graph, TransferModel } from '../taxonomy/index.ts'
import { Demands } from './demand.ts'
import { buildGifts, type Gifts } from './gifts.ts'
import { RequirementKinds } from './kinds.ts'
import type { VacancyValues } from './vacancy-columns.ts'

/**
 * What the numbers in columns mean. They only grow: columns made earlier stay right while rows are added, so that many editions of
 * the columns share them.
 */
export interface Dictionaries {
  readonly graph: Graph
  readonly transfer: TransferModel
  readonly demands: Demands
  readonly kinds: RequirementKinds
  readonly values: VacancyValues
}

export function emptyDictionaries(graph: Graph, transfer: TransferModel): Dictionaries {
  const demands = new Demands()
  return { graph, transfer, demands, kinds: new RequirementKinds(graph, demands, transfer), values: emptyValues() }
}

function emptyValues(): VacancyValues {
  return {
    places: new Values(),
    occupations: new Values(),
    regions: new Values(),
    languages: new Values(),
    shifts: new Values(),
    papers: new Values(),
    licences: new Values(),
    reaches: new Values(),
    orders: new Values(),
  }
}

const made = new WeakMap<Demands, { readonly demands: number; readonly gifts: Gifts }>()

/** What each concept counts for among the demands there are now; made again when demands have come in. */
export function giftsAmong({ graph, demands }: Pick<Dictionaries, 'graph' | 'demands'>): Gifts {
  const known = made.get(demands)
  if (known?.demands === demands.list.length) return known.gifts
  const gifts = buildGifts(graph, demands)
  made.set(demands, { demands: demands.list.length, gifts })
  return gifts
}
