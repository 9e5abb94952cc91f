import type { Coordinates } from '../../../engine/matching/index.ts'
import { createDictionary, type Dictionary, type Mention } from '../../../engine/reading/index.ts'
import { normalise } from '../../../engine/text/index.ts'
import type { DateText } from '../../../platform/index.ts'
import type { Catalogue } from '../../skills/index.ts'

/** Where a Dutch postcode or municipality lies; as `RegionsService.findPlace`. */
export type FindVacancyPlace = (asked: {
  readonly postcode4?: string | undefined
  readonly municipality?: string | undefined
}) => { readonly at: Coordinates; readonly region: string; readonly name: string } | undefined

/** What reading a posting needs besides the posting. */
export interface PostingContext {
  readonly catalogue: Catalogue
  readonly dictionary: Dictionary
  /** Current occupations by code: `isco 2522`. */
  readonly occupationsByCode: ReadonlyMap<string, readonly string[]>
  readonly findPlace: FindVacancyPlace
  /** The code of a labour-market region by code or name. */
  readonly regionOf: (text: string) => string | undefined
  readonly today: DateText
}

const readers = new WeakMap<Catalogue, Pick<PostingContext, 'dictionary' | 'occupationsByCode'>>()

/** The dictionary of a catalogue is made once: a catalogue never changes, a new version is a new one. */
export function postingContext(
  catalogue: Catalogue,
  findPlace: FindVacancyPlace,
  today: DateText,
  regions: readonly { readonly code: string; readonly name: string }[] = [],
): PostingContext {
  let reader = readers.get(catalogue)
  if (!reader) {
    reader = { dictionary: createDictionary(catalogue.labels()), occupationsByCode: occupationsByCode(catalogue) }
    readers.set(catalogue, reader)
  }
  const codes = new Map(regions.flatMap(({ code, name }) => [code, name].map((one) => [normalise(one), code] as const)))
  return { catalogue, findPlace, today, ...reader, regionOf: (text) => codes.get(normalise(text)) }
}

function occupationsByCode(catalogue: Catalogue): Map<string, string[]> {
  const byCode = new Map<string, string[]>()
  const seen = new Set<string>()
  for (const { concept: id, type } of catalogue.labels()) {
    if (type !== 'occupation' || seen.has(id)) continue
    seen.add(id)
    const shown = catalogue.standsFor(id)
    for (const [system, code] of Object.entries(catalogue.find(id)?.codes ?? {})) {
      const key = `${system} ${code}`
      const there = byCode.get(key) ?? []
      if (!there.includes(shown)) byCode.set(key, [...there, shown])
    }
  }
  return byCode
}

/**
 * The one concept that a mention is about: one of the starter vocabulary before others, one whose preferred label it is before one that also
 * is called so, else the first. Always the concept that stands for it in answers.
 */
export function conceptOf(catalogue: Catalogue, mention: Pick<Mention, 'concepts' | 'label' | 'concept'>): string {
  if (mention.concepts.length === 1) return catalogue.standsFor(mention.concept)
  const label = normalise(mention.label)
  const isPreferred = (id: string): boolean =>
    normalise(catalogue.label(id, 'en')) === label || normalise(catalogue.label(id, 'nl')) === label
  const starter = mention.concepts.filter((id) => catalogue.find(id)?.scheme === 'schakel')
  const among = starter.length > 0 ? starter : mention.concepts
  return catalogue.standsFor(among.find(isPreferred) ?? among[0] ?? mention.concept)
}
