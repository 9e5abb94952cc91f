import type { DoorOrder } from './door-order.ts'
import type { OpenContents } from './open-contents.ts'

/** Unblocked contents that take about as much time and money, those that close most alone first. */
export interface DoorGroup {
  /** Their places, ascending. */
  readonly places: readonly number[]
  /** The least that any of them takes. */
  readonly euro: number
  readonly weeks: number
  readonly end: number
}

/** Steps in which contents are told apart. */
const weeksStep = 4
const euroStep = 250
const mostSteps = 24

/** All unblocked contents that close something alone. `alone`: by place. */
export function doorGroups({ contents, blockedFrom }: DoorOrder, alone: Float64Array, open: OpenContents): DoorGroup[] {
  const groups = new Map<number, number[]>()
  for (let place = 0; place < blockedFrom; place++) {
    if (alone[place] === 0) break
    const content = contents[place] as number
    const weeks = Math.min(mostSteps, Math.floor((open.weeks[content] as number) / weeksStep))
    const euro = Math.min(mostSteps, Math.floor((open.euro[content] as number) / euroStep))
    const key = weeks * (mostSteps + 1) + euro
    const group = groups.get(key)
    if (group) group.push(place)
    else groups.set(key, [place])
  }
  const least = (places: readonly number[], of: Float64Array): number =>
    places.reduce((most, place) => Math.min(most, of[contents[place] as number] as number), Number.POSITIVE_INFINITY)
  return Array.from(groups.values(), (places) => ({
    places,
    euro: least(places, open.euro),
    weeks: least(places, open.weeks),
    end: least(places, open.end),
  }))
}
