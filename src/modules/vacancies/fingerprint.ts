import { createHash } from 'node:crypto'
import { fold } from '../../engine/text/index.ts'
import type { VacancyRecord } from './vacancy.ts'

const comparedCharacters = 200

/** The same job published twice has the same fingerprint: title, employer, place and the beginning of the text, folded. */
export function fingerprintOf(vacancy: Pick<VacancyRecord, 'title' | 'employer' | 'placeName' | 'description'>): string {
  const parts = [vacancy.title, vacancy.employer, vacancy.placeName ?? '', vacancy.description]
  const text = parts.map((part) => fold(part).replace(/\s+/g, ' ').trim().slice(0, comparedCharacters)).join('\u0000')
  return createHash('sha256').update(text).digest('base64url')
}
