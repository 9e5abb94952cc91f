import type { CvParts } from './cv.ts'
import { womensForm } from './women-titles.ts'

export const traitIds = [
  'name',
  'sex',
  'age',
  'nationality',
  'origin',
  'religion',
  'family',
  'orientation',
  'health',
  'photo',
  'nationalId',
  'address',
] as const
export type TraitId = (typeof traitIds)[number]

/** One thing that differs between two CVs. */
export interface CvChange {
  readonly id: string
  change(cv: CvParts): CvParts
}

/** What matching may never use (docs/decisions/0007): where it could come in, tried one by one. */
export interface Trait {
  readonly id: TraitId
  /** Names under which somebody could try to give it to a profile. */
  readonly fields: readonly string[]
  /** A CV says it. None: a CV does not say it in a way of its own. */
  readonly cv: readonly CvChange[]
}

const named = (name: string): CvChange => ({ id: name, change: (cv) => ({ ...cv, name }) })
const line = (text: string): CvChange => ({ id: text, change: (cv) => ({ ...cv, personal: [text] }) })
const sentence = (text: string): CvChange => ({ id: text, change: (cv) => ({ ...cv, profile: [text, ...cv.profile] }) })

/** The last names are those of programming languages and products: a name is no skill. */
const names = ['Fatima el Amrani', 'Mohammed Yılmaz', 'Jan-Willem van den Berg', 'Nguyễn Thị Mai', 'Ruby Java', 'Perl de Vries']

export const traits: readonly Trait[] = [
  {
    id: 'name',
    fields: ['name', 'firstName', 'lastName', 'naam', 'email', 'phone'],
    cv: [...names.map(named), line('Naam: Ruby Swift'), named(''), sentence('Mijn naam is Ruby Swift.')],
  },
  {
    id: 'sex',
    fields: ['sex', 'gender', 'geslacht', 'pronouns'],
    cv: [
      ...['Geslacht: vrouw', 'Geslacht: man', 'Geslacht: x', 'Sex: female'].map(line),
      ...['Mevrouw S. de Boer', 'De heer S. de Boer'].map(named),
      ...['Ik ben een vrouw die van aanpakken weet.', 'Ik ben een man die van aanpakken weet.'].map(sentence),
      {
        id: 'titles',
        change: (cv) => ({ ...cv, jobs: cv.jobs.map((job) => ({ ...job, title: womensForm(job.title) })) }),
      },
    ],
  },
  {
    id: 'age',
    fields: ['age', 'birthDate', 'dateOfBirth', 'birthYear', 'leeftijd', 'geboortedatum'],
    cv: [
      ...['Geboortedatum: 12-03-1961', 'Geboren op 12 maart 2003', 'Leeftijd: 63', 'Date of birth: 1961-03-12', '12-03-1961'].map(
        line,
      ),
      ...['Ik ben 63 jaar oud.', 'Ik ben 23 jaar jong.'].map(sentence),
    ],
  },
  {
    id: 'nationality',
    fields: ['nationality', 'citizenship', 'nationaliteit', 'passport'],
    cv: [
      ...['Nationaliteit: Syrische', 'Turkse nationaliteit', 'Nationality: Polish', 'Nederlandse nationaliteit'].map(line),
      sentence('Ik heb een Nederlands paspoort.'),
    ],
  },
  {
    id: 'origin',
    fields: ['origin', 'ethnicity', 'race', 'birthPlace', 'countryOfBirth', 'afkomst'],
    cv: [
      ...['Geboorteplaats: Aleppo', 'Geboren te Paramaribo', 'Place of birth: Utrecht'].map(line),
      ...['Statushouder sinds 2019.', 'In 2015 kwam ik uit Syrië naar Nederland.'].map(sentence),
    ],
  },
  {
    id: 'religion',
    fields: ['religion', 'belief', 'geloof', 'politics'],
    cv: [...['Geloof: islam', 'Religie: christelijk'].map(line), sentence('Ik ben moslim.'), sentence('Ik ben christen.')],
  },
  {
    id: 'family',
    fields: ['maritalStatus', 'children', 'family', 'pregnant', 'burgerlijkeStaat', 'caring'],
    cv: [
      ...['Burgerlijke staat: gehuwd, 2 kinderen', 'Gescheiden', 'Gehuwd'].map(line),
      ...['Moeder van drie kinderen.', 'Ik zorg voor mijn zieke vader.'].map(sentence),
    ],
  },
  {
    id: 'orientation',
    fields: ['orientation', 'sexualOrientation', 'partner'],
    cv: [line('Seksuele gerichtheid: homo'), sentence('Ik woon samen met mijn man.'), sentence('Ik woon samen met mijn vrouw.')],
  },
  {
    id: 'health',
    fields: ['health', 'disability', 'diagnosis', 'doelgroepregister', 'accommodation', 'handicap'],
    cv: [
      line('Gezondheid: goed'),
      ...['Ik ben slechthorend.', 'Ik heb reuma.', 'Ik heb autisme.', 'Ik sta in het doelgroepregister.'].map(sentence),
    ],
  },
  { id: 'photo', fields: ['photo', 'image', 'foto', 'avatar'], cv: [line('Foto: pasfoto.jpg'), line('[pasfoto]')] },
  { id: 'nationalId', fields: ['bsn', 'nationalId', 'socialSecurityNumber'], cv: [line('BSN: 123456782')] },
  {
    id: 'address',
    fields: ['address', 'street', 'postcode', 'postcode6', 'location'],
    cv: ['Adres: Javastraat 12, 3531 AB Utrecht', 'Woonplaats: Schilderswijk, Den Haag'].map(line),
  },
]
