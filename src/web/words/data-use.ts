import type { Both } from './both.ts'

const nl = {
  title: 'Wat wij met gegevens doen',
  description: 'Welke gegevens Schakel leest en bewaart, hoe lang, en wat het nooit gebruikt. Met cookies, rechten en de wet.',
  lead: 'Zo min mogelijk, en nooit meer dan jij zelf vertelt. Hier staat het precies.',
  yours: 'Jouw gegevens bekijken of wissen',
  yoursText: 'Alles wat we van jou hebben, staat op één pagina. Daar kun je het ook wissen, in één keer.',
  yoursLink: 'Bekijk of wis jouw gegevens',
  kept: 'Wat lezen we, en wat bewaren we?',
  columns: { what: 'Wat', why: 'Waarvoor', where: 'Waar en hoe lang' },
  rows: {
    answers: {
      what: 'Wat jij invult: werk, skills, diploma’s, uren, plaats en reizen, talen, leren, geld, doel, rijbewijs, VOG en werkvergunning',
      why: 'Om uit te rekenen welke banen en routes passen.',
      where: (days: number) =>
        `In de database van deze site, zonder naam. Tot ${days} dagen na je laatste bezoek. Daarna wissen we het vanzelf.`,
    },
    trying: {
      what: 'Wat je uitprobeert, zoals meer uren',
      why: 'Om te laten zien wat er dan verandert.',
      where: 'Alleen in het adres van de pagina, op jouw scherm. Wij bewaren het niet.',
    },
    cv: {
      what: 'Je cv, als bestand of als tekst',
      why: 'Om skills, beroepen, talen en diploma’s voor te stellen.',
      where:
        'Nergens. We lezen het en vergeten het. We bewaren alleen wat jij aanvinkt, en bij je antwoorden wat volgens jou niet klopte. Ook tellen we welke woorden wij verkeerd lazen, zonder te weten van wie.',
    },
    place: {
      what: 'Je postcode, alleen de vier cijfers, of je gemeente',
      why: 'Om reistijd te schatten.',
      where: (days: number) => `Bij je antwoorden, dus ook ${days} dagen.`,
    },
    writing: {
      what: 'De vacature die je schrijft als werkgever',
      why: 'Om te laten zien wat elke eis kost, en om je tekst te bewaren.',
      where: (days: number) =>
        `In de database van deze site, tot ${days} dagen nadat je hem voor het laatst opende. Wij publiceren hem niet.`,
    },
    vacancies: {
      what: 'Vacatures en opleidingen',
      why: 'Om banen en cursussen te laten zien.',
      where:
        'We bewaren de vacature, ook als zij gesloten is. De velden met wie je kunt bellen of mailen, gooien we meteen weg. In de tekst kan nog een naam staan.',
      raw: (months: string) =>
        ` Wat we letterlijk ontvingen, wissen we ${months} na ontvangst als de vacature niet meer open staat.`,
      rawUnknown: ' Wat we letterlijk ontvingen, bewaren we om de vacature opnieuw te kunnen lezen.',
    },
    visits: {
      what: 'Je bezoek: welke pagina’s je bekijkt',
      why: 'Nergens voor.',
      where: 'Wij schrijven het niet op. Gaat er iets mis? Dan noteren we welke pagina het was, en de fout. Niet wie je bent.',
    },
  },
  months: (n: number) => (n === 1 ? '1 maand' : `${n} maanden`),
  copies: 'Goed om te weten',
  copiesList: [
    'De organisatie die deze site aanbiedt, kan reservekopieën maken. Wat je wist, kan daar nog in staan tot die kopie weg is.',
    'Die organisatie beheert ook de database en de computers van de site. Die computers kunnen bijhouden welk internetadres welke pagina vroeg. Vraag het daar.',
    'Wij tellen je nergens in mee. Op de site zien werkgevers, opleiders, UWV en gemeente niets van jou.',
  ] as readonly string[],
  never: 'Wat we nooit gebruiken',
  neverList: [
    'je burgerservicenummer (BSN)',
    'je nationaliteit, behalve of je een werkvergunning nodig hebt, als jij dat zegt',
    'iets hiervan dat we zouden kunnen raden',
  ] as readonly string[],
  neverNote: 'Waar geen veld voor is, kan het programma niet bewaren. Zo kan er niets per ongeluk bij komen.',
  cookies: 'Cookies',
  cookiesLead:
    'Er zijn er vijf. Ze doen alleen wat jij vraagt. Daarom hoeven wij geen toestemming te vragen. Je kunt ze altijd wissen in je browser.',
  cookieColumns: { name: 'Naam', why: 'Waarvoor', stays: 'Blijft' },
  cookiePurposes: {
    schakel_draft: 'Een willekeurige code. Daarmee vinden we jouw antwoorden terug. In de code staat niets over jou.',
    schakel_vacancy: 'Een willekeurige code. Daarmee vinden we de vacature terug die je aan het schrijven bent.',
    schakel_theme: 'Jouw keuze voor licht of donker. Alleen als je die maakt.',
    schakel_plan: 'De route die je wilt bewaren. Alleen terwijl je daarvoor inlogt. Daarna is het weg.',
    schakel_erased: 'Je bewijs, als je alles wist. Er staat niet in wie je bent. Weg zodra je het zag.',
    schakel_session: 'Een willekeurige code. Alleen als je inlogt. Daarmee weten we dat jij het bent, tot je uitlogt.',
    schakel_browser:
      'Een willekeurige code. Alleen als je een link vraagt om in te loggen. Dan werkt die link alleen in deze browser.',
  } as Readonly<Record<string, string>>,
  cookieDays: (n: number) => `${n} dagen nadat je voor het laatst iets bewaarde of koos`,
  tracking: 'Geen volgers',
  trackingList: [
    'Geen advertenties en geen statistiek van bezoekers.',
    'Geen plaatjes, letters of programma’s van andere bedrijven. Alles komt van deze site zelf.',
    'Klik je op een link naar een andere site? Die hoort niet van ons op welke pagina je was.',
  ] as readonly string[],
  computer: 'Wat doet de computer, en wie beslist?',
  computerText:
    'Een computer rekent uit wat past, met vaste regels. Er zit geen taalmodel in. Een mens beslist altijd: jij, de werkgever, de opleider of UWV.',
  how: 'Zo rekent Schakel',
  law: 'Wat zegt de wet?',
  lawList: [
    'De privacywet heet AVG. Verantwoordelijk is de organisatie die deze site aanbiedt. Die stelt vast op welke grond jouw gegevens mogen worden gebruikt.',
    'Onze verwachting: jouw toestemming (AVG, artikel 6). Jij vult het zelf in, voor jouw eigen antwoord, en je stopt wanneer je wilt.',
    'Je mag jouw gegevens zien, verbeteren en wissen. Dat doe je hier zelf. Als bestand meenemen kan nog niet.',
  ] as readonly string[],
  complain: 'Ben je het ergens niet mee eens? Dan mag je klagen bij de',
  complainLink: 'Autoriteit Persoonsgegevens',
  wrong: 'Een vraag over jouw gegevens?',
}

const en: typeof nl = {
  title: 'What we do with data',
  description: 'Which data Schakel reads and keeps, for how long, and what it never uses. With cookies, rights and the law.',
  lead: 'As little as possible, and never more than you tell us yourself. This is exactly what.',
  yours: 'See or erase your data',
  yoursText: 'Everything we have about you is on one page. There you can also erase it, all at once.',
  yoursLink: 'See or erase your data',
  kept: 'What do we read, and what do we keep?',
  columns: { what: 'What', why: 'What for', where: 'Where, and how long' },
  rows: {
    answers: {
      what: 'What you fill in: work, skills, diplomas, hours, place and travel, languages, study, money, goal, driving licence, VOG (certificate of conduct) and work permit',
      why: 'To work out which jobs and routes fit.',
      where: (days) =>
        `In the database of this site, without a name. Until ${days} days after your last visit. Then it is erased by itself.`,
    },
    trying: {
      what: 'What you try out, such as more hours',
      why: 'To show what would change.',
      where: 'Only in the address of the page, on your screen. We do not keep it.',
    },
    cv: {
      what: 'Your CV, as a file or as text',
      why: 'To propose skills, occupations, languages and diplomas.',
      where:
        'Nowhere. We read it and forget it. We keep only what you tick, and with your answers what you said was not right. We also count which words we read wrongly, without knowing whose they were.',
    },
    place: {
      what: 'Your postcode (only the four digits) or your municipality',
      why: 'To estimate travel time.',
      where: (days) => `With your answers, so ${days} days too.`,
    },
    writing: {
      what: 'The vacancy that you write as an employer',
      why: 'To show what each demand costs, and to keep your text.',
      where: (days) => `In the database of this site, until ${days} days after you last opened it. We do not publish it.`,
    },
    vacancies: {
      what: 'Vacancies and programmes',
      why: 'To show jobs and courses.',
      where:
        'We keep the vacancy, even when it is closed. We throw away at once the fields that say whom to call or mail. The text may still contain a name.',
      raw: (months) =>
        ` What we received, word for word, is erased ${months} after it came in, once the vacancy is no longer open.`,
      rawUnknown: ' What we received, word for word, is kept so that the vacancy can be read again.',
    },
    visits: {
      what: 'Your visit: which pages you look at',
      why: 'Nothing.',
      where: 'We do not write it down. When something goes wrong, we note which page it was, and the fault. Not who you are.',
    },
  },
  months: (n) => (n === 1 ? '1 month' : `${n} months`),
  copies: 'Good to know',
  copiesList: [
    'The organisation that runs this site may make backups. What you erase may still be in one until that copy is gone.',
    'That organisation also manages the database and the computers of the site. Those computers can record which internet address asked for which page. Ask them.',
    'We do not count you anywhere. On the site, employers, providers, UWV and municipality see nothing about you.',
  ],
  never: 'What we never use',
  neverList: [
    'your citizen service number (BSN)',
    'your nationality, except whether you need a work permit, if you say so',
    'any of this that we could guess',
  ],
  neverNote: 'What has no field, the program cannot keep. So nothing can get in by accident.',
  cookies: 'Cookies',
  cookiesLead:
    'There are five. They only do what you ask for. That is why we do not have to ask for permission. You can always erase them in your browser.',
  cookieColumns: { name: 'Name', why: 'What for', stays: 'Stays' },
  cookiePurposes: {
    schakel_draft: 'A random code. With it we find your answers again. The code itself says nothing about you.',
    schakel_vacancy: 'A random code. With it we find the vacancy that you are writing.',
    schakel_theme: 'Your choice for light or dark. Only when you make one.',
    schakel_plan: 'The route that you want to keep. Only while you sign in for it. Then it is gone.',
    schakel_erased: 'Your proof, when you erase everything. It does not say who you are. Gone once you saw it.',
    schakel_session: 'A random code. Only when you sign in. By it we know that it is you, until you sign out.',
    schakel_browser: 'A random code. Only when you ask for a link to sign in. That link then works in this browser only.',
  },
  cookieDays: (n) => `${n} days after you last kept or chose something`,
  tracking: 'No trackers',
  trackingList: [
    'No adverts, and no statistics about visitors.',
    'No pictures, fonts or programs of other companies. Everything comes from this site itself.',
    'When you follow a link to another site, we do not tell it on which page you were.',
  ],
  computer: 'What does the computer do, and who decides?',
  computerText:
    'A computer works out what fits, by fixed rules. There is no language model in it. A person always decides: you, the employer, the provider or UWV.',
  how: 'How Schakel works',
  law: 'What does the law say?',
  lawList: [
    'The privacy law is the GDPR (AVG in Dutch). The organisation that runs this site is responsible. It decides on which legal ground your data may be used.',
    'We expect: your consent (GDPR, article 6). You fill it in yourself, for your own answer, and you stop when you like.',
    'You may see, correct and erase your data. You can do that here yourself. Taking it with you as a file is not possible yet.',
  ],
  complain: 'If you do not agree with something, you may complain to the Dutch privacy authority, the',
  complainLink: 'Autoriteit Persoonsgegevens',
  wrong: 'A question about your data?',
}

export const dataUseWords = { nl, en } satisfies Both<typeof nl>
