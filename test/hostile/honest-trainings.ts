/** Trainings and taxonomies that are right, to be spoiled. */
import type { Json } from './mutate-json.ts'

const nl = (value: string): Json => [{ language: 'nl-NL', value }]

/** OOAPI v6: a programme, an offering, what one learns and who gives it. */
export const honestTrainings: Json = {
  organisations: [
    {
      organisationId: 'o-1',
      organisationType: 'root',
      name: nl('Voorbeeldschool'),
      primaryCode: { codeType: 'identifier', code: 'o-1' },
    },
  ],
  learningOutcomes: [
    {
      learningOutcomeId: 'l-1',
      name: nl('Beheren met Linux'),
      primaryCode: { codeType: 'identifier', code: 'l-1' },
      complexityLevel: 'level3',
    },
  ],
  programmes: [
    {
      programmeId: 'p-1',
      programmeType: 'programme',
      primaryCode: { codeType: 'identifier', code: 'p-1' },
      name: nl('Leer beheren'),
      description: nl('Een opleiding in Linux.'),
      duration: 'P12W',
      studyLoad: [{ studyLoadUnit: 'hour', value: 240 }],
      modeOfStudy: 'part_time',
      teachingLanguages: ['nl'],
      admissionRequirements: nl('Je kent SQL.'),
      learningOutcomeIds: ['l-1'],
      organisationId: 'o-1',
      validFrom: '2026-01-01',
      consumer: {
        consumerKey: 'schakel',
        phases: [{ kind: 'school', weeks: 8, schoolDays: 5 }],
        jobGuarantee: true,
        targetGroup: {
          text: { nl: 'Vrouwen', en: 'Women' },
          preference: { ground: { nl: 'WGB m/v artikel 5', en: 'WGB m/v article 5' } },
        },
        whoPays: [{ party: 'employer', euro: 5000 }],
        placement: { of: 45, outOf: 50, cohort: '2024', source: 'Jaarverslag 2024', date: '2025-06-01' },
      },
    },
  ],
  programmeOfferings: [
    {
      programmeOfferingId: 'f-1',
      programmeId: 'p-1',
      primaryCode: { codeType: 'identifier', code: 'f-1' },
      name: nl('Najaar'),
      startDateTime: '2027-02-01T09:00:00+01:00',
      maxNumberStudents: 20,
      enrolledNumberStudents: 5,
      enrolmentPeriods: [{ startDateTime: '2026-12-01T00:00:00+01:00', endDateTime: '2027-01-16T00:00:00+01:00' }],
      priceInformation: [{ costType: 'total_costs', amount: '750.00', currency: 'EUR' }],
      addresses: [{ addressType: 'teaching', city: 'Utrecht', postalCode: '3511AB' }],
      modesOfDelivery: ['presential'],
    },
  ],
}

/** Its programme alone, as a line of NDJSON holds it. */
export const honestProgramme: Json = (honestTrainings as { programmes: Json[] }).programmes[0] as Json

/** By the headers that the import knows; docs/guides/import-trainings.md tells what goes in each. */
export const honestTrainingRow: Readonly<Record<string, string>> = {
  nummer: 'T-1',
  titel: 'Leer beheren',
  aanbieder: 'Voorbeeldschool',
  omschrijving: 'Een opleiding in Linux.',
  vorm: 'deeltijd',
  weken: '12',
  'uren per week': '20',
  leert: 'Linux:2|SQL:basis',
  vraagt: 'Windows Server:1',
  taal: 'nl:B1',
  fasen: 'school, 8 weken | werk en school, 40 weken, 1 dag school, 4 dagen werk, in dienst, 2300 euro per maand',
  baangarantie: 'ja',
  doelgroep: 'Vrouwen',
  'voorrang doelgroep': 'ja',
  'grond van voorrang': 'WGB m/v artikel 5',
  toelating: 'Gesprek|Proefdag',
  'wie betaalt': 'werkgever:5000|deelnemer',
  afgerond: '45',
  'afgerond van': '50',
  'afgerond cohort': '2024',
  'afgerond bron': 'Jaarverslag',
  'afgerond datum': '2025-06-01',
  uitvoering: 'U-1',
  plaats: 'Utrecht',
  prijs: '750',
  startdatum: '2027-02-01',
  'plaatsen vrij': '15',
  'inschrijven vanaf': '2026-12-01',
  'inschrijven tot': '2027-01-15',
  'inkomen per maand': '1200',
}

export const honestTurtle = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix ex: <http://example.org/hostile/> .
ex:scheme a skos:ConceptScheme ; skos:prefLabel "Voorbeeld"@nl .
ex:one a skos:Concept ; skos:inScheme ex:scheme ; skos:prefLabel "Eerste"@nl , "First"@en ; skos:altLabel "Een"@nl ; skos:definition "Wat het is."@nl ; skos:notation "1" .
ex:two a skos:Concept ; skos:inScheme ex:scheme ; skos:prefLabel "Tweede"@nl ; skos:broader ex:one ; skos:related ex:three .
ex:three a skos:Concept ; skos:inScheme ex:scheme ; skos:prefLabel "Derde"@nl ; skos:exactMatch <http://example.org/elsewhere/3> ; skos:broader ex:two .
`

export const honestSkosJson: Json = {
  '@context': { skos: 'http://www.w3.org/2004/02/skos/core#', ex: 'http://example.org/hostile/' },
  '@graph': [
    { '@id': 'ex:scheme', '@type': 'skos:ConceptScheme' },
    {
      '@id': 'ex:one',
      '@type': 'skos:Concept',
      'skos:prefLabel': [{ '@value': 'Eerste', '@language': 'nl' }],
      'skos:inScheme': { '@id': 'ex:scheme' },
    },
    {
      '@id': 'ex:two',
      '@type': 'skos:Concept',
      'skos:prefLabel': { '@value': 'Tweede', '@language': 'nl' },
      'skos:broader': { '@id': 'ex:one' },
      'skos:inScheme': { '@id': 'ex:scheme' },
    },
  ],
}

export const honestRdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#"><skos:ConceptScheme rdf:about="http://example.org/hostile/scheme"/><skos:Concept rdf:about="http://example.org/hostile/one"><skos:prefLabel xml:lang="nl">Eerste</skos:prefLabel><skos:definition>Wat het is.</skos:definition><skos:inScheme rdf:resource="http://example.org/hostile/scheme"/></skos:Concept><skos:Concept rdf:about="http://example.org/hostile/two"><skos:prefLabel xml:lang="nl">Tweede</skos:prefLabel><skos:broader rdf:resource="http://example.org/hostile/one"/><skos:inScheme rdf:resource="http://example.org/hostile/scheme"/></skos:Concept></rdf:RDF>`
