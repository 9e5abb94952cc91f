/** What a list can be narrowed by, as its page shows it. Everything here is text in one language. */
export interface FacetChoice {
  readonly value: string
  readonly label: string
  /** How many there are with this choice, under all other filters; left out where it is not counted. */
  readonly count?: number
  readonly isOn: boolean
}

export interface FacetGroup {
  /** Name in the query. */
  readonly name: string
  readonly title: string
  /** `many`: any of the chosen values; `one`: one value or none. */
  readonly kind: 'many' | 'one'
  readonly choices: readonly FacetChoice[]
  /** What is said under the choices: how many are silent, for example. */
  readonly note?: string
}

/** A filter that is on, and the address of the list without it. */
export interface FilterChip {
  readonly label: string
  readonly href: string
}

/** A region on the map of tiles. */
export interface RegionTile {
  readonly code: string
  readonly name: string
  /** A soft hyphen says where it may break. */
  readonly label: string
  readonly row: number
  readonly column: number
  readonly count: number
  readonly href: string
  readonly isOn: boolean
}

const shownAtOnce = 5

/** The choices that are seen at once: those that are on, then the ones with most; and the rest behind a fold. */
export function foldChoices(choices: readonly FacetChoice[]): {
  readonly first: readonly FacetChoice[]
  readonly rest: readonly FacetChoice[]
} {
  if (choices.length <= shownAtOnce + 1) return { first: choices, rest: [] }
  const ranked = [...choices].sort((a, b) => Number(b.isOn) - Number(a.isOn))
  const first = new Set(ranked.slice(0, Math.max(shownAtOnce, choices.filter(({ isOn }) => isOn).length)))
  return { first: choices.filter((one) => first.has(one)), rest: choices.filter((one) => !first.has(one)) }
}
