import type { StartDay } from '../facts.ts'
import type { PhraseList } from './phrase-list.ts'

export const start: PhraseList = {
  field: 'start',
  see: ({ on, soon }: StartDay) => (soon ? 'soon' : on),
  phrases: [
    ['Je kunt per direct beginnen', ['soon', 'per direct']],
    ['Startdatum: per direct', ['soon', 'Startdatum: per direct']],
    ['Startdatum: zo spoedig mogelijk', ['soon', 'Startdatum: zo spoedig mogelijk']],
    ['Start: z.s.m.', ['soon', 'Start: z.s.m.']],
    ['Start date: as soon as possible', ['soon', 'Start date: as soon as possible']],
    ['beschikbaar per 1 maart 2027', ['2027-03-01', 'beschikbaar per 1 maart 2027']],
    ['per 1 maart 2027', ['2027-03-01', 'per 1 maart 2027']],
    ['Startdatum: 1 januari, 2027', ['2027-01-01', 'Startdatum: 1 januari, 2027']],
    ['Startdatum: 01-02-2027', ['2027-02-01', 'Startdatum: 01-02-2027']],
    ['start op 1 september', ['--09-01', 'start op 1 september']],
    ['starting on March 1, 2027', ['2027-03-01', 'starting on March 1, 2027']],
    ['vanaf 15 april 2027', ['2027-04-15', 'vanaf 15 april 2027']],
    ['zo snel mogelijk starten', ['soon', 'zo snel mogelijk']],
    ['Startdatum: ± januari', ['--01', 'Startdatum: ± januari']],
    ['Start: september 2027', ['2027-09', 'Start: september 2027']],
    ['Ben jij vanaf september beschikbaar?', ['--09', 'vanaf september']],
    // Traps.
    ['vanaf maart 2027 rijden wij elektrisch'],
    ['Per 1 oktober 2027 gaan de salarissen omhoog'],
    ['Dan gaan we direct aan de slag met je sollicitatie'],
    ['Reageer zo spoedig mogelijk'],
    ['Je lost storingen zo snel mogelijk op te lossen'],
    ['incidenten zo spoedig mogelijk oplossen'],
    ['contract tot 1 maart 2027'],
    ['Solliciteer voor 1 maart 2027'],
    ['direct contact met klanten'],
    ['je krijgt direct een vast contract'],
    ['We resolve tickets as soon as possible'],
    ['per 31 februari 2027'],
    ['een startup sinds 2019'],
  ],
}

export const closesOn: PhraseList = {
  field: 'closesOn',
  phrases: [
    ['Reageer uiterlijk 15 januari 2027', ['2027-01-15', 'Reageer uiterlijk 15 januari 2027']],
    ['Sluitingsdatum: 01-02-2027', ['2027-02-01', 'Sluitingsdatum: 01-02-2027']],
    ['Apply before March 3, 2027', ['2027-03-03', 'Apply before March 3, 2027']],
    ['solliciteer vóór maandag 3 mei 2027', ['2027-05-03', 'solliciteer vóór maandag 3 mei 2027']],
    ['Solliciteren kan tot en met 22 december 2027', ['2027-12-22', 'Solliciteren kan tot en met 22 december 2027']],
    ['Deadline: 2027-03-31', ['2027-03-31', 'Deadline: 2027-03-31']],
    ['The closing date is 5 May 2027', ['2027-05-05', 'closing date is 5 May 2027']],
    ['De vacature sluit op 1 juni 2027', ['2027-06-01', 'sluit op 1 juni 2027']],
    ['Stuur je cv en motivatie uiterlijk 9 april 2027', ['2027-04-09', 'cv en motivatie uiterlijk 9 april 2027']],
    ['Reageer voor 31 februari 2027'],
    ['Reageer voor 15 januari'],
    ['je haalt deadlines'],
    ['open tot 17:00'],
    ['contract tot 1 maart 2027'],
    ['opgericht op 1 mei 2019'],
  ],
}

export const closesOnDay: PhraseList = {
  field: 'closesOnDay',
  phrases: [
    ['Reageer voor 15 januari', ['--01-15', 'Reageer voor 15 januari']],
    ['Solliciteer uiterlijk 3 mei', ['--05-03', 'Solliciteer uiterlijk 3 mei']],
    ['jouw reactie graag uiterlijk 22 december', ['--12-22', 'reactie graag uiterlijk 22 december']],
    ['apply by June 3', ['--06-03', 'apply by June 3']],
    ['Reageer voor 15 januari 2027'],
    ['voor 3 mei klaar'],
  ],
}
