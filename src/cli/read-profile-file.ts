import { readFile } from 'node:fs/promises'
import type { Modules } from '../modules/index.ts'
import { confirmProposal, type Profile, parseProfile, profileSchema } from '../modules/people/index.ts'
import { Invalid } from '../platform/index.ts'

/**
 * A profile from a file: ours, or a JSON Resume, known by the parts that only that has. A resume gives what could be read
 * from it; at a terminal nobody confirms, so what was read is taken as said.
 * @throws Invalid with the field that cannot be used.
 */
export async function readProfileFile(modules: Pick<Modules, 'people' | 'skills'>, path: string): Promise<Profile> {
  const json = await readJson(path)
  if (isResume(json)) {
    const catalogue = await modules.skills.catalogue()
    return parseProfile(confirmProposal(modules.people.readResume(json, catalogue)))
  }
  const parsed = profileSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => ({ where: issue.path.join('.') || 'profile', message: issue.message }))
  throw new Invalid(path, `${path} is neither a profile nor a JSON Resume that can be used:`, problems)
}

function isResume(json: unknown): json is Record<string, unknown> {
  if (typeof json !== 'object' || json === null) return false
  return (
    'basics' in json || ['work', 'skills', 'education'].some((part) => Array.isArray((json as Record<string, unknown>)[part]))
  )
}

async function readJson(path: string): Promise<unknown> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    throw new Invalid(path, `${path} cannot be read: ${(error as Error).message}`)
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Invalid(path, `${path} is not JSON: ${(error as Error).message}`)
  }
}
