/** The thread in which texts are read: reading one takes up to some hundreds of milliseconds, and nothing else may wait for it. */
import { parentPort, workerData } from 'node:worker_threads'
import { createDictionary, createSkillReader, createSkillSpace, withPhrases } from '../../../engine/reading/index.ts'
import { openReadingModels } from '../extraction-model.ts'
import type { AskedText } from './asked-text.ts'
import { type PackedReading, packReading } from './packed-readings.ts'
import type { FromReader, ReaderStart, ToReader } from './reader-messages.ts'
import { createTitleLinker, type TitleLinker } from './title-linker.ts'

const { labels, skills, occupations, trainedFolder } = workerData as ReaderStart
const { extraction, titles, phrases, encoder } = await openReadingModels(trainedFolder)
const space = createSkillSpace(withPhrases(skills, phrases), (key) => extraction.rarity[key], encoder)
const model = (encoder && extraction.mentions.encoder) || extraction.mentions.words
const reader = createSkillReader(createDictionary(labels), space, model)
/** Made at the first title: its index takes seconds over the whole of ESCO. */
let linker: TitleLinker | undefined

function read({ text, options: { of, ...options } }: AskedText): PackedReading[] {
  if (of === 'title') {
    linker ??= createTitleLinker(occupations, { model: titles, encoder })
    return linker(text).map(packReading)
  }
  return reader.read(text, { ...options, ...(of ? { of } : {}) }).map(packReading)
}

parentPort?.on('message', ({ number, asked }: ToReader) => {
  try {
    parentPort?.postMessage({ number, readings: asked.map(read) } satisfies FromReader)
  } catch (error) {
    parentPort?.postMessage({ number, error: (error as Error).message } satisfies FromReader)
  }
})
