import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { modelFiles } from './extraction-model.ts'

const digits = 12
const known = new Map<string, { readonly changed: string; readonly digest: string }>()

/**
 * Names the models that texts are read with, by what is in their files: an encoder that was trained anew is another version at once. No file is read twice that did not
 * change.
 */
export async function modelsVersion(trainedFolder: string | undefined): Promise<string> {
  const { extraction, titles, phrases, encoders } = modelFiles(trainedFolder)
  const encoder = encoders.find((file) => existsSync(file))
  const [model, title, words, vectors] = await Promise.all([
    digestOf(extraction),
    digestOf(titles),
    digestOf(phrases),
    encoder === undefined ? 'none' : digestOf(encoder),
  ])
  return `model ${model}, titles ${title}, phrases ${words}, encoder ${vectors}`
}

async function digestOf(file: string): Promise<string> {
  const { mtimeMs, size } = await stat(file)
  const changed = `${mtimeMs} ${size}`
  const before = known.get(file)
  if (before?.changed === changed) return before.digest
  const digest = createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
    .slice(0, digits)
  known.set(file, { changed, digest })
  return digest
}
