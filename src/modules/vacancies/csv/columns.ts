import type { CsvColumns } from '../../imports/index.ts'

/**
 * Every column of a CSV of vacancies, with the names it goes by: first the Dutch one that we write, then the English one. Case, spaces and
 * hyphens do not matter. docs/guides/import-vacancies.md tells what goes in each; a test holds the two together.
 */
export const vacancyColumns = {
  id: ['nummer', 'id', 'vacaturenummer', 'referentie', 'reference', 'kenmerk'],
  title: ['titel', 'title', 'functie', 'functietitel', 'vacature', 'job title'],
  employer: ['werkgever', 'employer', 'bedrijf', 'organisatie', 'company', 'organisation'],
  description: ['omschrijving', 'description', 'tekst', 'text', 'functieomschrijving', 'beschrijving'],
  language: ['taal van de tekst', 'text language'],
  occupation: ['beroep', 'occupation'],
  place: ['plaats', 'place', 'standplaats', 'gemeente', 'city', 'location', 'town'],
  postcode: ['postcode', 'postal code', 'zip code'],
  region: ['regio', 'region', 'arbeidsmarktregio'],
  latitude: ['breedtegraad', 'latitude'],
  longitude: ['lengtegraad', 'longitude'],
  remoteShare: ['thuiswerken procent', 'remote percent', 'remote share', 'thuiswerken'],
  remoteDays: ['thuiswerkdagen', 'remote days'],
  hours: ['uren', 'hours', 'uren per week', 'hours per week'],
  hoursMin: ['uren min', 'hours min', 'minimum uren', 'minimum hours'],
  hoursMax: ['uren max', 'hours max', 'maximum uren', 'maximum hours'],
  days: ['dagen', 'days', 'werkdagen', 'working days'],
  wageMin: ['loon min', 'wage min', 'salaris min', 'salary min', 'minimum salaris', 'minimum salary'],
  wageMax: ['loon max', 'wage max', 'salaris max', 'salary max', 'maximum salaris', 'maximum salary'],
  wagePeriod: ['loon per', 'wage per', 'salaris per', 'salary per', 'wage period', 'salary period'],
  contract: ['contract', 'contract type', 'dienstverband', 'contractvorm'],
  essential: ['vaardigheden nodig', 'skills essential', 'vaardigheden', 'skills', 'eisen', 'essential skills'],
  important: ['vaardigheden belangrijk', 'skills important', 'important skills'],
  somewhat: ['vaardigheden pluspunt', 'skills somewhat', 'pluspunten', 'nice to have', 'wensen'],
  languages: ['talen', 'languages'],
  level: ['niveau', 'level', 'opleidingsniveau', 'education', 'education level', 'werk- en denkniveau'],
  orYears: ['of jaren ervaring', 'or years of experience', 'or years'],
  diplomaLevel: ['diploma niveau', 'diploma level', 'diploma verplicht', 'diploma required'],
  diplomaFields: ['diploma richting', 'diploma fields'],
  years: ['jaren ervaring', 'years of experience', 'experience years', 'ervaring'],
  licences: ['rijbewijs', 'licences', 'driving licence', 'rijbewijzen', 'licenses'],
  certificateOfConduct: ['vog', 'certificate of conduct'],
  sponsorsPermit: ['regelt werkvergunning', 'sponsors permit', 'sponsors work permit'],
  startFrom: ['begindatum', 'start date', 'startdatum', 'start from'],
  latestStart: ['uiterste begindatum', 'latest start'],
  trainings: ['leert op het werk', 'accepts trainings'],
  paysTraining: ['betaalt opleiding', 'pays training'],
  carriedBy: ['hoort bij uitvoering', 'carried by'],
  publishedOn: ['publicatiedatum', 'published', 'published on', 'gepubliceerd op', 'datum'],
  closesOn: ['sluitingsdatum', 'closing date', 'closes on', 'sluit op', 'reageren tot'],
  url: ['url', 'link', 'website'],
} as const satisfies CsvColumns

export type VacancyColumn = keyof typeof vacancyColumns

/** As we write it. */
export function headerOf(column: VacancyColumn): string {
  return vacancyColumns[column][0]
}

export const allColumns = Object.keys(vacancyColumns) as readonly VacancyColumn[]

/** In a cell: it is known that there is none, so it is not looked for in the text. */
export const none = 'geen'
const noneWords = /^(?:geen|none|-)$/i
/** Columns of free text, where such a word is only a word. */
const free: readonly VacancyColumn[] = ['id', 'title', 'employer', 'description', 'url']

export function saysNone(column: VacancyColumn, cell: string): boolean {
  return !free.includes(column) && noneWords.test(cell)
}

/** Between several values in one cell. */
export const separator = '|'
