import type { Both } from './both.ts'

const nl = {
  outbox: {
    title: 'Post die zou zijn verstuurd',
    lead: 'Er is geen mailserver ingesteld. Daarom wordt er niets verstuurd. Hier lees je wat er in de mails zou staan.',
    who: 'Alleen wie achter deze computer zit ziet deze pagina, en wie deze site beheert.',
    order: 'De nieuwste staat bovenaan.',
    to: 'Aan',
    when: 'Geschreven op',
    at: (date: string, time: string) => `${date} om ${time}`,
    none: 'Er is nog geen post',
    noneText: 'Vraag om een link om in te loggen. Die staat dan hier.',
    signIn: 'Naar inloggen',
  },
  unsubscribe: {
    title: 'Geen nieuws meer per mail',
    lead: 'Druk op de knop. Dan sturen we geen nieuws en tips meer naar dit adres.',
    still: 'Wat je zelf vraagt, komt nog wel. Bijvoorbeeld een link om in te loggen.',
    stop: 'Stuur mij geen nieuws meer',
    done: 'Je krijgt geen nieuws meer',
    doneText: 'Dat geldt meteen. We bewaren je adres hiervoor niet, alleen een code die erbij hoort.',
    again: 'Toch weer nieuws sturen',
    isAgain: 'Je krijgt weer nieuws',
    isAgainText: 'Onderaan elke mail kun je het opnieuw stoppen.',
    unknown: 'Deze link kennen we niet',
    unknownText: 'Misschien is hij niet helemaal meegekomen. Klik op de link onderaan de mail, of kopieer de hele link.',
  },
}

const en: typeof nl = {
  outbox: {
    title: 'Mail that would have been sent',
    lead: 'There is no mail server set up. So nothing is sent. Here you read what the mails would say.',
    who: 'Only who sits at this computer sees this page, and who keeps this site.',
    order: 'The newest is on top.',
    to: 'To',
    when: 'Written on',
    at: (date: string, time: string) => `${date} at ${time}`,
    none: 'There is no mail yet',
    noneText: 'Ask for a link to sign in. It will be here.',
    signIn: 'Go to sign in',
  },
  unsubscribe: {
    title: 'No more news by mail',
    lead: 'Press the button. Then we send no more news and tips to this address.',
    still: 'What you ask for yourself still comes. A link to sign in, for example.',
    stop: 'Send me no more news',
    done: 'You get no more news',
    doneText: 'That holds at once. We do not keep your address for this, only a code that belongs to it.',
    again: 'Send me news after all',
    isAgain: 'You get news again',
    isAgainText: 'At the bottom of each mail you can stop it again.',
    unknown: 'We do not know this link',
    unknownText: 'Perhaps it did not come along whole. Use the link at the bottom of the mail, or copy the whole link.',
  },
}

export const mailWords = { nl, en } satisfies Both<typeof nl>
