import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Invalid } from '../../../platform/index.ts'
import { openZip } from './open-zip.ts'
import { deepestFolder, type OpenRelease, type ReleaseFile, type ReleasePart } from './release.ts'

/** Opens a folder or a zip file. Refuses with `Invalid` what is missing, empty or dangerous. */
export async function openRelease(path: string): Promise<OpenRelease> {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new Invalid(path, `There is no file or folder ${path}. Give the folder or the zip file of an ESCO release.`)
  const release = found.isDirectory() ? await openFolder(path) : await openZip(path)
  if (release.parts.length === 0) {
    release.close()
    throw new Invalid(
      path,
      `There are no CSV files in ${path}. Choose "csv" when you download ESCO, and give that folder or zip file.`,
    )
  }
  return release
}

async function openFolder(path: string): Promise<OpenRelease> {
  const parts: ReleasePart[] = []
  const visit = async (folder: string, depth: number): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true })
    const files: ReleaseFile[] = []
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const full = join(folder, entry.name)
      if (entry.isDirectory() && depth < deepestFolder) await visit(full, depth + 1)
      if (!entry.name.toLowerCase().endsWith('.csv')) continue
      // A link may point anywhere; a release as downloaded has none.
      if (entry.isSymbolicLink()) {
        throw new Invalid(full, `${full} is a link. Put the file itself in the folder.`)
      }
      if (entry.isFile()) files.push({ name: entry.name, open: async () => createReadStream(full) })
    }
    if (files.length > 0) parts.push({ name: folder === path ? basename(path) : `${basename(path)}/${basename(folder)}`, files })
  }
  await visit(path, 0)
  return { parts, close: () => {} }
}
