import type { Coordinates } from '../../../engine/matching/index.ts'
import { normalise } from '../../../engine/text/index.ts'
import type { DateText } from '../../../platform/index.ts'
import { labelReader, type ReadSkills } from '../../reading/index.ts'
import { type Catalogue, readingDictionary } from '../../skills/index.ts'

/** Where a Dutch postcode or municipality lies; as `RegionsService.findPlace`. */
export type FindTrainingPlace = (asked: {
  readonly postcode4?: string | undefined
  readonly municipality?: string | undefined
}) => { readonly at: Coordinates; readonly region: string; readonly name: string } | undefined

/** What reading a training needs besides its records. */
export interface TrainingContext {
  readonly catalogue: Catalogue
  /** The skills that a text names. */
  readonly readSkills: ReadSkills
  readonly findPlace: FindTrainingPlace
  /** The code of a labour-market region by code or name. */
  readonly regionOf: (text: string) => string | undefined
  readonly today: DateText
  /** Of a study credit; left out: not known, and credits tell nothing. */
  readonly hoursPerCredit?: number
}

export interface TrainingContextParts {
  readonly catalogue: Catalogue
  readonly findPlace: FindTrainingPlace
  readonly regions: readonly { readonly code: string; readonly name: string }[]
  readonly today: DateText
  readonly hoursPerCredit: number | undefined
}

export function trainingContext({ catalogue, regions, hoursPerCredit, ...parts }: TrainingContextParts): TrainingContext {
  const codes = new Map(regions.flatMap(({ code, name }) => [code, name].map((one) => [normalise(one), code] as const)))
  const dictionary = readingDictionary(catalogue)
  return {
    ...parts,
    catalogue,
    readSkills: labelReader(dictionary),
    regionOf: (text) => codes.get(normalise(text)),
    ...(hoursPerCredit === undefined ? {} : { hoursPerCredit }),
  }
}
