import {
  createSkillReader,
  createSkillSpace,
  type ReadOptions,
  type SkillReader,
  type SkillReading,
} from '../../engine/reading/index.ts'
import { type Catalogue, readingDictionary } from '../skills/index.ts'
import { openReadingModels, type ReadingModels } from './extraction-model.ts'
import { keepReadings } from './kept-readings.ts'
import { skillsToRead } from './skills-to-read.ts'

/** Texts to skills, by the loaded taxonomies and the models that ship. */
export interface Reading {
  /** Names taxonomies, model and encoder: a reading that was stored under another version can be made again. */
  version(catalogue: Catalogue): string
  /** False: there is no encoder, and reading goes by words alone. */
  readonly hasEncoder: boolean
  /** The skills a text names, in its order; the same text is read once. The first reading over a taxonomy takes seconds more. */
  skills(catalogue: Catalogue, text: string, options?: ReadOptions): readonly SkillReading[]
}

const mostKept = 2000

/** @param trainedFolder where `schakel train` puts the encoder it makes; the one that ships is used where there is none */
export async function createReading({ trainedFolder }: { readonly trainedFolder?: string } = {}): Promise<Reading> {
  const models = await openReadingModels(trainedFolder)
  const { extraction, encoder } = models
  const kept = keepReadings<readonly SkillReading[]>(mostKept)
  const readers = new WeakMap<Catalogue, SkillReader>()
  const version = (catalogue: Catalogue): string =>
    [catalogue.version, `model ${extraction.version}`, encoder ? `encoder ${encoder.version}` : 'no encoder'].join('; ')
  return {
    version,
    hasEncoder: encoder !== undefined,
    skills(catalogue, text, options = {}) {
      const versions = `${version(catalogue)}; ${options.of ?? 'vacancy'}; ${options.under ?? ''}`
      return kept.of(text, versions, () => {
        const reader = readers.get(catalogue) ?? makeReader(catalogue, models)
        readers.set(catalogue, reader)
        return reader.read(text, options)
      })
    },
  }
}

function makeReader(catalogue: Catalogue, { extraction, encoder }: ReadingModels): SkillReader {
  const space = createSkillSpace(skillsToRead(catalogue), (key) => extraction.rarity[key], encoder)
  const { mentions } = extraction
  return createSkillReader(readingDictionary(catalogue), space, (encoder && mentions.encoder) || mentions.words)
}
