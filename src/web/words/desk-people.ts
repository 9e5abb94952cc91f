import type { NoListReason } from '../../modules/match-profiles/index.ts'
import type { Both } from './both.ts'

const nl = {
  title: (vacancy: string) => `Wie past bij ${vacancy}?`,
  lead: 'Zonder naam, leeftijd of foto. Mensen kiezen zelf of ze met je praten.',
  now: 'Passen nu',
  oneTraining: '1 cursus verder',
  invite: 'Nodig uit',
  inviteWho: (profile: string) => `: ${profile}`,
  message: 'Jouw bericht',
  messageHint: 'Waarom denk je aan deze persoon? Vraag niet naar leeftijd, gezondheid, afkomst of gezin.',
  offer: (training: string) => `Wij nemen eerst aan en betalen dan de cursus: ${training}`,
  send: 'Stuur de uitnodiging',
  invited: 'Uitgenodigd',
  open: 'Er loopt al een kennismaking',
  rest: (count: number) => `Nog ${count}`,
  invented: 'In deze oefenversie zijn bijna alle mensen verzonnen. Een verzonnen persoon kun je niet uitnodigen.',
  nudges: 'Wat brengt meer mensen?',
  nudge: (demand: string) => `Zonder de eis ‘${demand}’`,
  gain: (people: string) => `${people} mensen meer passen nu`,
  try: 'Bekijk de vacature',
  how: 'Zo rekent Schakel',
  seen: 'Elke keer dat je deze lijst opent, schrijven we dat op. Mensen zien wie hun profiel zag.',
  notOpen: 'Deze vacature staat niet open. Dan zie je nog geen mensen.',
  notOpenText: 'Publiceer de vacature, of zet hem weer open.',
  soon: 'Deze vacature telt nog niet mee',
  soonText: 'Dat duurt na publiceren meestal een paar tellen. Laad de pagina dan opnieuw.',
  again: 'Laad opnieuw',
  noList: {
    notChecked: 'Eerst laten controleren wie jullie zijn',
    tooManyLists: 'Jullie bekeken vandaag heel veel lijsten',
    tooManyChanges: 'De plaats, het loon of de uren veranderden deze week vaak',
  } satisfies Record<NoListReason, string> as Readonly<Record<NoListReason, string>>,
  noListText: {
    notChecked:
      'Mensen laten zich alleen vinden door organisaties die gecontroleerd zijn. Het domein van je e-mail controleren kost een paar minuten.',
    tooManyLists: 'Morgen kan het weer. Zo kan niemand door steeds te vragen uitzoeken wie iemand is.',
    tooManyChanges:
      'Zet ze terug zoals ze het laatst waren, of wacht een paar dagen. Zo kan niemand door steeds iets te veranderen uitzoeken wie iemand is.',
  } satisfies Record<NoListReason, string> as Readonly<Record<NoListReason, string>>,
  toDetails: 'Laat jullie controleren',
  busy: 'Er wordt nu te veel gevraagd. Probeer het over een minuut weer.',
}

const en: typeof nl = {
  title: (vacancy) => `Who fits ${vacancy}?`,
  lead: 'Without name, age or photo. People choose themselves whether they talk with you.',
  now: 'Fit now',
  oneTraining: '1 course away',
  invite: 'Invite',
  inviteWho: (profile) => `: ${profile}`,
  message: 'Your message',
  messageHint: 'Why do you think of this person? Do not ask about age, health, origin or family.',
  offer: (training) => `We hire first and then pay for the course: ${training}`,
  send: 'Send the invitation',
  invited: 'Invited',
  open: 'An introduction is going on',
  rest: (count) => `${count} more`,
  invented: 'In this demo nearly all people are invented. You cannot invite an invented person.',
  nudges: 'What brings more people?',
  nudge: (demand) => `Without the demand ‘${demand}’`,
  gain: (people) => `${people} more people fit now`,
  try: 'Look at the vacancy',
  how: 'How Schakel counts',
  seen: 'Each time you open this list, that is written down. People see who saw their profile.',
  notOpen: 'This vacancy is not open. Then you see no people yet.',
  notOpenText: 'Publish the vacancy, or open it again.',
  soon: 'This vacancy does not count yet',
  soonText: 'After publishing that mostly takes a few seconds. Then load the page again.',
  again: 'Load again',
  noList: {
    notChecked: 'First have it checked who you are',
    tooManyLists: 'You looked at very many lists today',
    tooManyChanges: 'Place, wage or hours were changed often this week',
  },
  noListText: {
    notChecked:
      'People are only found by organisations that were checked. Checking the domain of your e-mail takes a few minutes.',
    tooManyLists: 'Tomorrow it works again. So nobody can find out who somebody is by asking again and again.',
    tooManyChanges:
      'Put them back as they were last, or wait a few days. So nobody can find out who somebody is by changing a little again and again.',
  },
  toDetails: 'Have it checked',
  busy: 'Too much is asked at this moment. Try again in a minute.',
}

/** People for a vacancy of a desk. */
export const deskPeopleWords = { nl, en } satisfies Both<typeof nl>
