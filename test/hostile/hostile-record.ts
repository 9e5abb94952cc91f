/** Records that are right in form, with a text that does harm in every field that may hold text: they must come out as text only. */
import { honestOpening, honestPosting, honestVacancyRow } from './honest-records.ts'
import type { Json } from './mutate-json.ts'
import { formulas, markup, sql } from './nasty-texts.ts'

export const harmfulTexts: readonly string[] = [...markup, ...formulas, ...sql]

const asText = (value: Json): { [key: string]: Json } => value as { [key: string]: Json }

/** One posting for each text, with that text in the fields that are kept. */
export function hostilePostings(): Json[] {
  return harmfulTexts.map((text, at) => ({
    ...asText(honestPosting),
    identifier: { '@type': 'PropertyValue', name: text, value: `P-${at} ${text}` },
    title: `${text} posting ${at}`,
    description: `${text}\n\nposting ${at}: Je beheert Linux. ${text}`,
    hiringOrganization: { '@type': 'Organization', name: `${text} org` },
    jobLocation: { '@type': 'Place', address: { '@type': 'PostalAddress', addressLocality: text, addressCountry: 'NL' } },
    skills: ['Linux', text],
    qualifications: text,
    url: text.startsWith('javascript:') ? text : `https://x.example/${text}`,
  }))
}

/** The same as rows of a CSV. */
export function hostileCsv(): string {
  const columns = Object.keys(honestVacancyRow)
  const rows = harmfulTexts.map((text, at) => {
    const row: Record<string, string> = {
      ...honestVacancyRow,
      nummer: `${text} C-${at}`,
      titel: `${text} row ${at}`,
      werkgever: text,
      omschrijving: `${text} row ${at} Je beheert Linux.`,
      plaats: text,
      'vaardigheden nodig': `Linux:3|${text.replaceAll('|', '/')}`,
      url: `https://x.example/${text.replace(/\s/g, '')}`,
    }
    return columns.map((column) => `"${(row[column] ?? '').replaceAll('"', '""')}"`).join(';')
  })
  return [columns.join(';'), ...rows].join('\n')
}

/** The same as openings of SETU. */
export function hostileOpenings(): string {
  const openings = harmfulTexts.map((text, at) => {
    const written = text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold these at all
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
    return honestOpening
      .replace('S-1', `S-${at}`)
      .replace('>Systeembeheerder<', `>${written} opening ${at}<`)
      .replace('>Voorbeeld BV<', `>${written}<`)
      .replace('>Utrecht<', `>${written}<`)
      .replace('>Je beheert Linux.<', `>${written} opening ${at} Je beheert Linux.<`)
  })
  return `<list>${openings.join('\n')}</list>`
}
