import type { Both } from './both.ts'

const nl = {
  back: 'Mijn profiel',
  title: 'Gebruik je cv',
  lead: 'We halen er alleen skills, werk, talen en diploma’s uit. Je cv zelf bewaren we niet.',
  file: 'Je cv als bestand',
  fileHint: (megabytes: number) =>
    `Een PDF of een Word-bestand (.docx), van hooguit ${megabytes} MB. Ook goed: Europass, JSON Resume of gewone tekst.`,
  paste: 'Of plak de tekst van je cv',
  pasteHint: 'Je naam en adres mogen erin staan. Die lezen we niet.',
  read: 'Lees mijn cv',
  confirmTitle: 'Klopt dit?',
  confirmLead: 'Haal weg wat niet klopt. Pas als je op de knop drukt, bewaren we het.',
  means: 'betekent',
  skills: 'Skills',
  occupations: 'Werk',
  languages: 'Talen',
  other: 'Verder',
  rejected: 'Dit klopte eerder niet volgens jou.',
  at: (where: string) => {
    const line = /^line (\d+)$/.exec(where)?.[1]
    return line === undefined ? '' : ` (regel ${line})`
  },
  diploma: (level: string) => `diploma op niveau ${level}`,
  workLevel: (level: string) => `Je werkt of leert op niveau ${level}`,
  years: (n: number) => `${n} jaar ervaring`,
  confirm: 'Bewaar wat aangevinkt is',
  again: 'Probeer een ander cv',
  nothingTitle: 'We vonden niets in je cv',
  nothing: 'Dat kan. Zoek je werk en skills dan zelf op.',
  wrongTitle: 'We konden je cv niet lezen',
  wrongSize: 'De tekst is te lang. Plak alleen je werk en wat je kunt.',
  wrongFile: {
    nothing: 'Kies een bestand, of plak de tekst van je cv.',
    empty: 'Dit bestand is leeg. Kies een ander bestand, of plak de tekst.',
    tooLarge: (megabytes: number) => `Dit bestand is groter dan ${megabytes} MB. Bewaar het zonder foto’s, of plak de tekst.`,
    kind: 'Dit soort bestand kunnen we niet lezen. Kies een PDF of een Word-bestand (.docx), of plak de tekst.',
    oldWord: 'Dit is een oud Word-bestand, of er zit een wachtwoord op. Bewaar het als .docx of als PDF, zonder wachtwoord.',
    encrypted: 'Op deze PDF zit een wachtwoord. Bewaar hem zonder wachtwoord, of plak de tekst.',
    noText: 'Er staat geen tekst in: het is een plaatje. Plak de tekst, of scan je cv opnieuw met tekstherkenning.',
    damaged: 'Dit bestand is beschadigd of niet compleet. Bewaar het opnieuw, of plak de tekst.',
    tooLong: (pages: number) =>
      `Er staat te veel in dit bestand. Een cv mag ${pages} bladzijden lang zijn. Plak liever alleen je werk en wat je kunt.`,
    tooMuch: 'Dit bestand is te groot of te ingewikkeld om te lezen. Bewaar het opnieuw als PDF, of plak de tekst.',
    json: 'Dit bestand is geen JSON Resume. Plak liever de tekst.',
    resume: 'In dit bestand staan gegevens niet zoals JSON Resume dat vraagt. Plak liever de tekst.',
    xml: 'Dit bestand is geen Europass-cv. Kies de PDF van je cv, of plak de tekst.',
    busy: 'Er lezen nu veel mensen een cv. Probeer het over een minuut weer.',
  },
  level: (text: string) => `niveau: ${text}`,
}

const en: typeof nl = {
  back: 'My profile',
  title: 'Use your CV',
  lead: 'We only take out skills, work, languages and diplomas. We do not keep the CV itself.',
  file: 'Your CV as a file',
  fileHint: (megabytes) =>
    `A PDF or a Word file (.docx), of at most ${megabytes} MB. Also fine: Europass, JSON Resume or plain text.`,
  paste: 'Or paste the text of your CV',
  pasteHint: 'Your name and address may be in it. We do not read those.',
  read: 'Read my CV',
  confirmTitle: 'Is this right?',
  confirmLead: 'Remove what is not right. We keep it only when you press the button.',
  means: 'means',
  skills: 'Skills',
  occupations: 'Work',
  languages: 'Languages',
  other: 'More',
  rejected: 'You said before that this is not right.',
  at: (where) => {
    const line = /^line (\d+)$/.exec(where)?.[1]
    return line === undefined ? '' : ` (line ${line})`
  },
  diploma: (level) => `diploma at level ${level}`,
  workLevel: (level) => `You work or study at level ${level}`,
  years: (n) => `${n} years of experience`,
  confirm: 'Keep what is ticked',
  again: 'Try another CV',
  nothingTitle: 'We found nothing in your CV',
  nothing: 'That happens. Look up your work and skills yourself.',
  wrongTitle: 'We could not read your CV',
  wrongSize: 'The text is too long. Paste only your work and what you can do.',
  wrongFile: {
    nothing: 'Choose a file, or paste the text of your CV.',
    empty: 'This file is empty. Choose another file, or paste the text.',
    tooLarge: (megabytes) => `This file is larger than ${megabytes} MB. Save it without pictures, or paste the text.`,
    kind: 'We cannot read this kind of file. Choose a PDF or a Word file (.docx), or paste the text.',
    oldWord: 'This is an old Word file, or it has a password. Save it as .docx or as PDF, without a password.',
    encrypted: 'This PDF has a password. Save it without one, or paste the text.',
    noText: 'There is no text in it: it is a picture. Paste the text, or scan your CV again with text recognition.',
    damaged: 'This file is damaged or not complete. Save it again, or paste the text.',
    tooLong: (pages) => `There is too much in this file. A CV may have ${pages} pages. Paste only your work and what you can do.`,
    tooMuch: 'This file is too large or too complicated to read. Save it again as PDF, or paste the text.',
    json: 'This file is no JSON Resume. Paste the text instead.',
    resume: 'In this file, some data is not as JSON Resume asks for it. Paste the text instead.',
    xml: 'This file is no Europass CV. Choose the PDF of your CV, or paste the text.',
    busy: 'Many people are having a CV read at this moment. Try again in a minute.',
  },
  level: (text) => `level: ${text}`,
}

export const cvWords = { nl, en } satisfies Both<typeof nl>
