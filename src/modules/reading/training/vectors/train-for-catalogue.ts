import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Catalogue } from '../../../skills/index.ts'
import { catalogueTexts } from './catalogue-texts.ts'
import { type EncoderManifest, manifestOf } from './manifest.ts'
import { type TrainingOptions, trainEncoder } from './train-encoder.ts'

export const encoderFile = 'encoder.bin'
export const manifestFile = 'encoder.json'

/**
 * Trains an encoder on the labels and descriptions of the loaded taxonomies, and puts it in a folder. What lies there stays in use until the new one is whole.
 *
 * @param folder made when it is not there
 * @throws the signal's reason when that aborts: the folder is as it was
 */
export async function trainForCatalogue(
  catalogue: Catalogue,
  folder: string,
  options: TrainingOptions,
): Promise<EncoderManifest> {
  const trained = await trainEncoder(await catalogueTexts(catalogue), options)
  const source = {
    name: 'taxonomies that are loaded',
    version: catalogue.version,
    licence: 'of each taxonomy',
    used: 'labels and descriptions',
  }
  const manifest = manifestOf(trained, options.day, [source])
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeWhole(join(folder, encoderFile), trained.file)
  await writeWhole(join(folder, manifestFile), Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`))
  return manifest
}

/** Beside its place first: whoever reads finds the old one or the new one. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.new`
  try {
    const handle = await open(beside, 'w', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}
