import { readFile, stat } from 'node:fs/promises'
import type { Modules } from '../modules/index.ts'
import { confirmProposal, cvFileLimits, isResume, type Profile, parseProfile, profileSchema } from '../modules/people/index.ts'
import { Invalid } from '../platform/index.ts'

/**
 * A profile from a file: ours, or a CV of any kind that can be read (PDF, Word, Europass, JSON Resume, text), known by its content. A CV gives
 * what could be read from it; at a terminal nobody confirms, so what was read is taken as said.
 * @throws Invalid with the field that cannot be used, or why the file cannot be read.
 */
export async function readProfileFile(modules: Pick<Modules, 'people' | 'skills'>, path: string): Promise<Profile> {
  const json = await readJson(path)
  if (json === undefined || isResume(json)) {
    const catalogue = await modules.skills.catalogue()
    const cv = await modules.people.openCv({ path }, catalogue)
    return parseProfile(confirmProposal(await modules.people.readOpenedCv(cv, catalogue)))
  }
  const parsed = profileSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => ({ where: issue.path.join('.') || 'profile', message: issue.message }))
  throw new Invalid(path, `${path} is neither a profile nor a JSON Resume that can be used:`, problems)
}

/** What a file of JSON says; undefined for a file of another kind, and for one that is too large to be a profile. */
async function readJson(path: string): Promise<unknown> {
  const text = await readText(path)
  // Rich text begins with the same sign.
  if (!/^\ufeff?\s*\{(?!\\rtf)/.test(text)) return undefined
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    throw new Invalid(path, `${path} is not JSON: ${(error as Error).message}`)
  }
}

async function readText(path: string): Promise<string> {
  try {
    const { size } = await stat(path)
    return size > cvFileLimits.fileBytes ? '' : await readFile(path, 'utf8')
  } catch (error) {
    throw new Invalid(path, `${path} cannot be read: ${(error as Error).message}`)
  }
}
