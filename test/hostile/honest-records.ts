/** Records that are right, to be spoiled. */
import type { Json } from './mutate-json.ts'

export const honestPosting: Json = {
  '@context': 'https://schema.org',
  '@type': 'JobPosting',
  identifier: { '@type': 'PropertyValue', name: 'Gemeente', value: 'H-1' },
  title: 'Systeembeheerder',
  description: '<p>Je beheert <b>Linux</b> en Windows. Je spreekt Nederlands op B2. Rijbewijs B.</p>',
  datePosted: '2026-11-01',
  validThrough: '2027-01-31T23:59:59+01:00',
  employmentType: ['FULL_TIME', 'PART_TIME'],
  hiringOrganization: { '@type': 'Organization', name: 'Voorbeeld BV', sameAs: 'https://voorbeeld.example' },
  jobLocation: {
    '@type': 'Place',
    address: { '@type': 'PostalAddress', addressLocality: 'Utrecht', postalCode: '3511 AB', addressCountry: 'NL' },
    geo: { '@type': 'GeoCoordinates', latitude: 52.09, longitude: 5.12 },
  },
  jobLocationType: 'TELECOMMUTE',
  baseSalary: {
    '@type': 'MonetaryAmount',
    currency: 'EUR',
    value: { '@type': 'QuantitativeValue', minValue: 3000, maxValue: 4200, unitText: 'MONTH' },
  },
  workHours: '32-36',
  skills: ['Linux', 'Windows Server', { '@type': 'DefinedTerm', name: 'SQL', termCode: 'sql' }],
  qualifications: 'hbo werk- en denkniveau',
  educationRequirements: { '@type': 'EducationalOccupationalCredential', credentialCategory: 'bachelor degree' },
  experienceRequirements: { '@type': 'OccupationalExperienceRequirements', monthsOfExperience: 24 },
  occupationalCategory: '2522 Systems administrators',
  relevantOccupation: { '@type': 'Occupation', name: 'systeembeheerder' },
  url: 'https://voorbeeld.example/banen/1',
  applicationContact: { '@type': 'ContactPoint', email: 'iemand@voorbeeld.example', telephone: '0612345678' },
}

/** By the headers that the import knows; docs/guides/import-vacancies.md tells what goes in each. */
export const honestVacancyRow: Readonly<Record<string, string>> = {
  nummer: 'C-1',
  titel: 'Systeembeheerder',
  werkgever: 'Voorbeeld BV',
  omschrijving: 'Je beheert Linux en Windows.',
  beroep: 'systeembeheerder',
  plaats: 'Utrecht',
  postcode: '3511',
  breedtegraad: '52,09',
  lengtegraad: '5,12',
  'thuiswerken procent': '40',
  'uren min': '32',
  'uren max': '36',
  dagen: 'ma|di|wo',
  'loon min': '3000',
  'loon max': '4200',
  'loon per': 'maand',
  contract: 'vast',
  'vaardigheden nodig': 'Linux:3|Windows Server',
  'vaardigheden pluspunt': 'Python',
  talen: 'nl:B2',
  niveau: 'hbo',
  'diploma niveau': 'geen',
  'jaren ervaring': '2',
  rijbewijs: 'B',
  vog: 'ja',
  begindatum: '2027-01-04',
  publicatiedatum: '2026-11-01',
  sluitingsdatum: '2027-01-31',
  url: 'https://voorbeeld.example/banen/1',
}

/** A PositionOpeningNL with the fields that are read. */
export const honestOpening = `<PositionOpeningNL xmlns="http://ns.hr-xml.org/2007-04-15" xml:lang="nl"><PositionRecordInfo><Id idOwner="owner"><IdValue>S-1</IdValue></Id><Status>new</Status></PositionRecordInfo><PositionProfileNL><PositionDateInfo><StartDate>2027-01-04</StartDate></PositionDateInfo><Organization><OrganizationName>Voorbeeld BV</OrganizationName></Organization><PositionDetail><FunctionName><Name>Systeembeheerder</Name></FunctionName><FunctionDescription>Je beheert Linux.</FunctionDescription><WorkSite><PostalAddress><PostalCode>3511AB</PostalCode><Municipality>Utrecht</Municipality></PostalAddress></WorkSite><HoursPerWeek><Minimum>32</Minimum><Maximum>36</Maximum></HoursPerWeek><ContractDetails><ContractDuration>permanent</ContractDuration></ContractDetails><RemunerationPackageNL><BasePay currencyCode="EUR" baseInterval="Monthly"><BasePayAmountMin>3000</BasePayAmountMin><BasePayAmountMax>4200</BasePayAmountMax></BasePay></RemunerationPackageNL><Requirements><WorkingAndThinkingLevel>5</WorkingAndThinkingLevel><Languages><LanguageNL><LanguageCode>nl</LanguageCode><Speak>B2</Speak></LanguageNL></Languages><Competencies><Competency name="Linux"/></Competencies></Requirements></PositionDetail></PositionProfileNL></PositionOpeningNL>`
