import type { Coordinates } from '../../../engine/matching/index.ts'
import type { Dictionary } from '../../../engine/reading/index.ts'
import { normalise } from '../../../engine/text/index.ts'
import type { DateText } from '../../../platform/index.ts'
import { labelReader, type ReadSkills } from '../../reading/index.ts'
import { type Catalogue, readingDictionary } from '../../skills/index.ts'

/** Where a Dutch postcode or municipality lies; as `RegionsService.findPlace`. */
export type FindVacancyPlace = (asked: {
  readonly postcode4?: string | undefined
  readonly municipality?: string | undefined
}) => { readonly at: Coordinates; readonly region: string; readonly name: string } | undefined

/** What reading a posting needs besides the posting. */
export interface PostingContext {
  readonly catalogue: Catalogue
  /** For names of skills and occupations. */
  readonly dictionary: Dictionary
  /** The skills that a running text names, and the occupation that a title without a label means. */
  readonly readSkills: ReadSkills
  /** Current occupations by code: `isco 2522`. */
  readonly occupationsByCode: ReadonlyMap<string, readonly string[]>
  readonly findPlace: FindVacancyPlace
  /** The code of a labour-market region by code or name. */
  readonly regionOf: (text: string) => string | undefined
  readonly today: DateText
}

const readers = new WeakMap<Catalogue, Pick<PostingContext, 'dictionary' | 'readSkills' | 'occupationsByCode'>>()

/** Made once per catalogue, as its dictionary. */
export function postingContext(
  catalogue: Catalogue,
  findPlace: FindVacancyPlace,
  today: DateText,
  regions: readonly { readonly code: string; readonly name: string }[] = [],
): PostingContext {
  let reader = readers.get(catalogue)
  if (!reader) {
    const dictionary = readingDictionary(catalogue)
    reader = {
      dictionary,
      readSkills: labelReader(dictionary),
      occupationsByCode: occupationsByCode(catalogue),
    }
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
