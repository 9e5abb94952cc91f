import type { CsvColumns } from '../../imports/index.ts'

/**
 * Every column of a CSV of trainings, with the names it goes by: first the Dutch one that we write, then the English one. Case, spaces and hyphens
 * do not matter. A row is one start of one offering; what belongs to the programme is read from its first row. docs/guides/import-trainings.md
 * tells what goes in each; a test holds the two together.
 */
export const trainingColumns = {
  id: ['nummer', 'id', 'opleidingsnummer', 'programme id', 'programme'],
  title: ['titel', 'title', 'opleiding', 'naam', 'name'],
  titleEn: ['titel engels', 'title english'],
  provider: ['aanbieder', 'provider', 'opleider', 'school', 'instelling', 'organisatie', 'organisation'],
  description: ['omschrijving', 'description', 'beschrijving', 'tekst', 'text'],
  descriptionEn: ['omschrijving engels', 'description english'],
  form: ['vorm', 'form', 'mode'],
  weeks: ['weken', 'weeks', 'duur in weken'],
  hoursPerWeek: ['uren per week', 'hours per week', 'studielast per week'],
  outcomes: ['leert', 'teaches', 'leeruitkomsten', 'outcomes', 'vaardigheden', 'skills'],
  prerequisites: ['vraagt', 'prerequisites', 'voorkennis'],
  language: ['taal', 'language', 'lestaal'],
  award: ['diploma', 'award', 'certificaat'],
  phases: ['fasen', 'phases'],
  jobGuarantee: ['baangarantie', 'job guarantee'],
  accessibility: ['toegankelijkheid', 'accessibility'],
  accessibilityEn: ['toegankelijkheid engels', 'accessibility english'],
  targetGroup: ['doelgroep', 'target group'],
  targetGroupEn: ['doelgroep engels', 'target group english'],
  preference: ['voorrang doelgroep', 'preference'],
  preferenceGround: ['grond van voorrang', 'preference ground'],
  preferenceGroundEn: ['grond van voorrang engels', 'preference ground english'],
  admission: ['toelating', 'admission', 'toelatingsstappen'],
  admissionEn: ['toelating engels', 'admission english'],
  whoPays: ['wie betaalt', 'who pays'],
  url: ['url', 'link', 'website'],
  completion: ['afgerond', 'completed'],
  completionOutOf: ['afgerond van', 'completed out of'],
  completionCohort: ['afgerond cohort', 'completed cohort'],
  completionSource: ['afgerond bron', 'completed source'],
  completionDate: ['afgerond datum', 'completed date'],
  placement: ['baan gevonden', 'placed'],
  placementOutOf: ['baan gevonden van', 'placed out of'],
  placementCohort: ['baan gevonden cohort', 'placed cohort'],
  placementSource: ['baan gevonden bron', 'placed source'],
  placementDate: ['baan gevonden datum', 'placed date'],
  offering: ['uitvoering', 'offering', 'uitvoeringsnummer', 'offering id'],
  online: ['online'],
  place: ['plaats', 'place', 'city', 'locatie', 'location'],
  postcode: ['postcode', 'postal code'],
  region: ['regio', 'region', 'arbeidsmarktregio'],
  latitude: ['breedtegraad', 'latitude'],
  longitude: ['lengtegraad', 'longitude'],
  siteDays: ['dagen op locatie', 'days on site', 'lesdagen'],
  lessonDays: ['weekdagen les', 'lesson weekdays'],
  feeEuro: ['prijs', 'price', 'kosten', 'fee', 'lesgeld'],
  funding: ['regelingen', 'funding', 'subsidie'],
  rolling: ['altijd instromen', 'rolling', 'doorlopende instroom'],
  start: ['startdatum', 'start date', 'start', 'begindatum'],
  seats: ['plaatsen vrij', 'seats', 'plaatsen'],
  enrolFrom: ['inschrijven vanaf', 'enrol from'],
  enrolUntil: ['inschrijven tot', 'enrol until', 'inschrijven tot en met'],
  incomeMonthEuro: ['inkomen per maand', 'income per month', 'loon per maand'],
  job: ['baan', 'job', 'vacature'],
} as const satisfies CsvColumns

export type TrainingColumn = keyof typeof trainingColumns

/** As we write it. */
export function headerOf(column: TrainingColumn): string {
  return trainingColumns[column][0]
}

export const allColumns = Object.keys(trainingColumns) as readonly TrainingColumn[]

/** Between several values in one cell. */
export const separator = '|'
