import { readFile } from 'node:fs/promises'
import { z } from 'zod'

/** A qualification of secondary vocational education in ICT (`data/codes/crebo.json`). */
export interface Qualification {
  readonly code: string
  readonly nl: string
  readonly level: number
  readonly status: 'current' | 'old'
}

const file = new URL('../../../data/codes/crebo.json', import.meta.url)
const schema = z.object({
  qualifications: z.array(z.object({ code: z.string(), nl: z.string(), level: z.number(), status: z.enum(['current', 'old']) })),
})

/** Those that come with the program: current ones first. Others exist; a school may fill in any five digits. */
export async function readQualifications(): Promise<readonly Qualification[]> {
  const { qualifications } = schema.parse(JSON.parse(await readFile(file, 'utf8')))
  return qualifications.sort((a, b) => (a.status < b.status ? -1 : a.status > b.status ? 1 : a.code < b.code ? -1 : 1))
}

export const isCrebo = (code: string): boolean => /^\d{5}$/.test(code)
