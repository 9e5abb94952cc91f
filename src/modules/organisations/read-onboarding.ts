import { z } from 'zod'
import { Invalid } from '../../platform/index.ts'
import { foldEmail } from '../accounts/index.ts'
import { type CsvRow, readCsvRows } from '../imports/index.ts'
import { domainOf } from './email.ts'
import type { OnboardingLine, RefusedLine, RefusedLineReason } from './onboarding.ts'
import { registerNumberSchema } from './organisation.ts'
import { onboardingLimits } from './terms.ts'
import { readWebsite } from './website.ts'

/** The names of the columns in a file of employers: the first is the one that our example has. */
const columns = {
  name: ['naam', 'name', 'organisatie', 'organisation', 'bedrijf', 'company', 'employer', 'werkgever'],
  placeName: ['plaats', 'place', 'gemeente', 'municipality', 'town', 'city', 'woonplaats', 'vestigingsplaats'],
  email: ['e-mail', 'mail', 'emailadres', 'e-mailadres', 'e-mail address', 'email address'],
  registerNumber: [
    'kvk-nummer',
    'kvk',
    'kvknr',
    'kvk number',
    'chamber of commerce number',
    'registration number',
    'register number',
  ],
  website: ['website', 'site', 'web', 'url', 'webadres'],
} as const

/** A file to begin with. */
export const onboardingExample =
  'naam;plaats;e-mail;KvK-nummer;website\nVoorbeeld Installaties (demo);Utrecht;info@demo.example;12345678;https://voorbeeld.example\n'

const nameSchema = z.string().min(2).max(120)
const placeSchema = z.string().max(100).optional()

/**
 * Lines of a CSV of employers, each read or refused with its reason.
 * @throws Invalid when the file cannot be read at all, lacks a column, or has too many lines
 */
export async function readOnboarding(
  file: { readonly name: string; readonly bytes: Uint8Array },
  only?: { readonly domain: string },
): Promise<{ readonly lines: readonly OnboardingLine[]; readonly refused: readonly RefusedLine[] }> {
  if (file.bytes.byteLength > onboardingLimits.bytes) {
    throw new Invalid('file', `The file is larger than ${onboardingLimits.bytes / 1_000_000} MB. Cut it in pieces.`)
  }
  const lines: OnboardingLine[] = []
  const refused: RefusedLine[] = []
  const lineOf = new Map<string, number>()
  let count = 0
  const rows = readCsvRows(once(file.bytes), { name: file.name, columns, required: ['name', 'email', 'registerNumber'] })
  for await (const row of rows) {
    if (++count > onboardingLimits.lines) {
      throw new Invalid('file', `The file has more than ${onboardingLimits.lines} lines. Cut it in pieces.`)
    }
    const read = readRow(row)
    if ('reason' in read) {
      refused.push(read)
      continue
    }
    const other = lineOf.get(read.registerNumber)
    if (other !== undefined) refused.push({ line: read.line, reason: 'twice', other })
    else if (only && domainOf(read.email) !== only.domain) refused.push({ line: read.line, reason: 'demoAddress' })
    else {
      lineOf.set(read.registerNumber, read.line)
      lines.push(read)
    }
  }
  return { lines, refused }
}

function readRow(row: CsvRow): OnboardingLine | RefusedLine {
  const { line } = row
  if ('problem' in row) return { line, reason: 'unreadable', message: row.problem }
  const { name, email, registerNumber, placeName, website } = row.fields
  const no = (reason: RefusedLineReason): RefusedLine => ({ line, reason })
  if (!nameSchema.safeParse(name).success) return no('name')
  const address = email === undefined ? undefined : foldEmail(email)
  if (address === undefined) return no('email')
  const number = registerNumberSchema.safeParse(registerNumber)
  if (!number.success) return no('registerNumber')
  if (!placeSchema.safeParse(placeName).success) return no('placeName')
  const site = website === undefined ? undefined : readWebsite(website)
  if (website !== undefined && site === undefined) return no('website')
  return {
    line,
    name: name as string,
    email: address,
    registerNumber: number.data,
    ...(placeName === undefined ? {} : { placeName }),
    ...(site === undefined ? {} : { website: site }),
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
