/** The thread in which texts are read: reading one takes up to some hundreds of milliseconds, and nothing else may wait for it. */
import { parentPort, workerData } from 'node:worker_threads'
import { createDictionary, createSkillReader, createSkillSpace } from '../../../engine/reading/index.ts'
import { openReadingModels } from '../extraction-model.ts'
import { packReading } from './packed-readings.ts'
import type { FromReader, ReaderStart, ToReader } from './reader-messages.ts'

const { labels, skills, trainedFolder } = workerData as ReaderStart
const { extraction, encoder } = await openReadingModels(trainedFolder)
const space = createSkillSpace(skills, (key) => extraction.rarity[key], encoder)
const model = (encoder && extraction.mentions.encoder) || extraction.mentions.words
const reader = createSkillReader(createDictionary(labels), space, model)

parentPort?.on('message', ({ number, asked }: ToReader) => {
  try {
    const readings = asked.map(({ text, options }) => reader.read(text, options).map(packReading))
    parentPort?.postMessage({ number, readings } satisfies FromReader)
  } catch (error) {
    parentPort?.postMessage({ number, error: (error as Error).message } satisfies FromReader)
  }
})
