import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BlendModel, type Encoder, EncoderRefused, openEncoder } from '../../engine/linking/index.ts'
import type { MentionModel, Phrases, RankingModel } from '../../engine/reading/index.ts'

/** A model for with the encoder, and for where there is none. */
export interface WithOrWithoutEncoder<Model> {
  readonly encoder?: Model
  readonly words: Model
}

/** What ships in `data/model/skill-extraction.json`. */
export interface ExtractionModel {
  readonly version: string
  /** Of how many texts in ten thousand a key is part. */
  readonly rarity: Readonly<Record<string, number>>
  /** Ranks the skills of a taxonomy for one text: how extraction is measured. */
  readonly ranking: Readonly<Record<'sentences' | 'spans', WithOrWithoutEncoder<RankingModel>>>
  /** Decides what is read in running text. */
  readonly mentions: WithOrWithoutEncoder<MentionModel>
}

export const extractionFile = 'skill-extraction.json'

export interface ReadingModels {
  readonly extraction: ExtractionModel
  /** Ranks occupations for a title. */
  readonly titles: BlendModel
  /** What texts say when they mean a skill of our vocabulary; written by hand. */
  readonly phrases: Phrases
  /** Undefined where there is none: reading then goes by words alone. */
  readonly encoder: Encoder | undefined
}

const shipped = join(import.meta.dirname, '../../../data/model')

/** Where the models lie; of the encoders the first that is there is used. */
export function modelFiles(trainedFolder?: string): {
  readonly extraction: string
  readonly titles: string
  readonly phrases: string
  readonly encoders: readonly string[]
} {
  return {
    extraction: join(shipped, extractionFile),
    titles: join(shipped, 'title-linking.json'),
    phrases: join(shipped, 'skill-phrases.json'),
    encoders: [...(trainedFolder ? [join(trainedFolder, 'encoder.bin')] : []), join(shipped, 'encoder.bin')],
  }
}

/**
 * The models that ship, and the encoder that was trained here before the one that ships. One that cannot be used (damaged, or of another version of the program) is passed over with a
 * warning: nobody's import should stop for it.
 *
 * @param trainedFolder where `schakel train` puts what it makes
 */
export async function openReadingModels(trainedFolder?: string): Promise<ReadingModels> {
  const files = modelFiles(trainedFolder)
  const extraction = JSON.parse(await readFile(files.extraction, 'utf8')) as ExtractionModel
  const titles = JSON.parse(await readFile(files.titles, 'utf8')) as BlendModel
  const phrases = JSON.parse(await readFile(files.phrases, 'utf8')) as Phrases
  for (const file of files.encoders) {
    const bytes = await readIfThere(file)
    const encoder = bytes && openIfGood(bytes, file)
    if (encoder) return { extraction, titles, phrases, encoder }
  }
  return { extraction, titles, phrases, encoder: undefined }
}

function openIfGood(bytes: Uint8Array, file: string): Encoder | undefined {
  try {
    return openEncoder(bytes)
  } catch (error) {
    if (!(error instanceof EncoderRefused)) throw error
    process.emitWarning(`The encoder ${file} is not used. ${error.message} Make it anew: schakel train`)
    return undefined
  }
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
