import type { Both } from './both.ts'

const nl = {
  back: 'Mijn profiel',
  title: 'Gebruik je cv',
  lead: 'We halen er alleen skills, werk, talen en diploma’s uit. Je cv zelf bewaren we niet.',
  paste: 'Tekst van je cv',
  pasteHint: 'Plak hier. Je naam en adres mogen erin staan. Die lezen we niet.',
  file: 'Of kies een bestand in JSON Resume',
  fileHint: 'Een bestand dat eindigt op .json.',
  read: 'Lees mijn cv',
  confirmTitle: 'Klopt dit?',
  confirmLead: 'Haal weg wat niet klopt. Pas als je op de knop drukt, bewaren we het.',
  means: 'betekent',
  skills: 'Skills',
  occupations: 'Werk',
  languages: 'Talen',
  other: 'Verder',
  at: (where: string) => {
    const line = /^line (\d+)$/.exec(where)?.[1]
    return line === undefined ? '' : ` (regel ${line})`
  },
  diploma: (level: string) => `diploma op niveau ${level}`,
  workLevel: (level: string) => `Je werkt of leert op niveau ${level}`,
  years: (n: number) => `${n} jaar ervaring`,
  confirm: 'Bewaar wat aangevinkt is',
  again: 'Probeer een andere tekst',
  nothingTitle: 'We vonden niets in deze tekst',
  nothing: 'Dat kan. Zoek je werk en skills dan zelf op.',
  wrongTitle: 'We konden dit niet lezen',
  wrongEmpty: 'Plak de tekst van je cv, of kies een bestand.',
  wrongJson: 'Dit bestand is geen JSON Resume. Plak liever de tekst.',
  wrongSize: 'De tekst is te lang. Plak alleen je werk en wat je kunt.',
  level: (text: string) => `niveau: ${text}`,
}

const en: typeof nl = {
  back: 'My profile',
  title: 'Use your CV',
  lead: 'We only take out skills, work, languages and diplomas. We do not keep the CV itself.',
  paste: 'Text of your CV',
  pasteHint: 'Paste it here. Your name and address may be in it. We do not read those.',
  file: 'Or choose a JSON Resume file',
  fileHint: 'A file that ends in .json.',
  read: 'Read my CV',
  confirmTitle: 'Is this right?',
  confirmLead: 'Remove what is not right. We keep it only when you press the button.',
  means: 'means',
  skills: 'Skills',
  occupations: 'Work',
  languages: 'Languages',
  other: 'More',
  at: (where) => {
    const line = /^line (\d+)$/.exec(where)?.[1]
    return line === undefined ? '' : ` (line ${line})`
  },
  diploma: (level) => `diploma at level ${level}`,
  workLevel: (level) => `You work or study at level ${level}`,
  years: (n) => `${n} years of experience`,
  confirm: 'Keep what is ticked',
  again: 'Try another text',
  nothingTitle: 'We found nothing in this text',
  nothing: 'That happens. Look up your work and skills yourself.',
  wrongTitle: 'We could not read this',
  wrongEmpty: 'Paste the text of your CV, or choose a file.',
  wrongJson: 'This file is no JSON Resume. Paste the text instead.',
  wrongSize: 'The text is too long. Paste only your work and what you can do.',
  level: (text) => `level: ${text}`,
}

export const cvWords = { nl, en } satisfies Both<typeof nl>
