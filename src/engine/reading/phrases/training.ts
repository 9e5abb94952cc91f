import type { TrainingOffered } from '../facts.ts'
import type { PhraseList } from './phrase-list.ts'

export const training: PhraseList = {
  field: 'training',
  see: ({ kind, cents }: TrainingOffered) => (cents === undefined ? kind : [kind, cents / 100]),
  phrases: [
    ['Een persoonlijk opleidingsbudget', ['budget', 'persoonlijk opleidingsbudget']],
    ['een opleidingsbudget van € 2.000 per jaar', [['budget', 2000], 'opleidingsbudget']],
    ['budget van € 1.500 voor opleiding', [['budget', 1500], 'budget van € 1.500 voor opleiding']],
    ['A personal training budget of €1,000', [['budget', 1000], 'personal training budget']],
    ['Een goede studiekostenregeling', ['budget', 'studiekostenregeling']],
    ['Budget voor professionele ontwikkeling', ['budget', 'Budget voor professionele ontwikkeling']],
    ['Wij leren je alles over netwerken', ['taught', 'Wij leren je']],
    ['De rest leren we je', ['taught', 'leren we je']],
    ['je wordt intern opgeleid', ['taught', 'je wordt intern opgeleid']],
    ['We will train you on the job', ['taught', 'We will train you']],
    ['een goed inwerkprogramma', ['taught', 'inwerkprogramma']],
    ['Je kunt certificaten halen', ['certificate', 'certificaten halen']],
    ['ruimte om certificeringen te behalen', ['certificate', 'certificeringen te behalen']],
    ['get certified in Azure', ['certificate', 'get certified']],
    ['volop opleidingsmogelijkheden', ['courses', 'opleidingsmogelijkheden']],
    ['training and development opportunities', ['courses', 'training and development opportunities']],
    ['mogelijkheid om trainingen te volgen', ['courses', 'mogelijkheid om trainingen te volgen']],
    ['Je kunt cursussen volgen', ['courses', 'cursussen volgen']],
    ['unlimited learning opportunities', ['courses', 'learning opportunities']],
    ['€ 5.000 opleidingsbudget', [['budget', 5000], 'opleidingsbudget']],
    // Traps.
    ['Dan leren we je graag beter kennen'],
    ['Je geeft trainingen aan gebruikers'],
    ['Je traint modellen'],
    ['model training en evaluatie'],
    ['een afgeronde opleiding'],
    ['ITIL-certificering is vereist'],
    ['verantwoordelijk voor het opleidingsbudget'],
    ['geen opleidingsbudget'],
    ['je beheert budgetten'],
    ['je bedenkt opleidingen'],
  ],
}

export const contacts: PhraseList = {
  field: 'contacts',
  see: (parts: readonly string[]) => parts.join(' '),
  phrases: [
    ['Mail naar werk@voorbeeld.nl', ['email', 'Mail naar werk@voorbeeld.nl']],
    ['Bel 06-12345678 voor vragen', ['phone', 'Bel 06-12345678 voor vragen']],
    ['Bel +31 6 12 34 56 78', ['phone', 'Bel +31 6 12 34 56 78']],
    ['Heb je vragen? Neem contact op met Sam de Vries.', ['name', 'Neem contact op met Sam de Vries.']],
    ['Vragen? Bel Noor Bakker op 030-1234567.', ['phone name', 'Bel Noor Bakker op 030-1234567.']],
    [
      'Je werkt in een team. Contact Kim Jansen via kim@voorbeeld.nl for questions.',
      ['email name', 'Contact Kim Jansen via kim@voorbeeld.nl for questions.'],
    ],
    ['Vragen? Stel ze via [email] of [phone].', ['email phone', 'Stel ze via [email] of [phone].']],
    ['Je hebt contact met klanten'],
    ['contact met Microsoft Nederland en Google Cloud'],
    ['Kamer van Koophandel 12345678'],
    ['ervaring met 0123 systemen'],
    ['Je werkt met Jira Service Management'],
    ['De voornaamste vragen van onze klanten'],
  ],
}
