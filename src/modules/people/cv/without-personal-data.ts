/** Never read, wherever they stand: what these words announce is blanked to the end of the line or of the part of it. */
const announcing =
  'mijn naam is|ik heet|my name is|geboorte(?:datum|plaats|land|jaar)|geboren|nationaliteit(?:en)?|burgerlijke (?:staat|stand)|geslacht|gender|geloof(?:sovertuiging)?|religie|levensovertuiging|bsn|burgerservicenummer|e-?mail(?:adres)?|telefoon(?:nummer)?|mobiel(?:nummer)?|postcode|woonplaats|woonachtig|pasfoto|date of birth|place of birth|born|nationality|citizenship|marital status|civil status|religion|phone(?: number)?|mobile number|email address|postal code|home address|passport'

/** Ordinary words too, so only as a label: at the beginning of a part, with a colon or white space behind. */
const labels =
  "volledige naam|naam|voornaam|voornamen|achternaam|roepnaam|voorletters|adres|straat|plaats|land|leeftijd|foto|website|linked-?in|github|twitter|profielfoto|referenties?|referent(?:en)?|hobby'?s|kinderen|gezondheid|handicap|name|full name|first name|last name|surname|address|street|city|country|age|sex|photo|web ?site|portfolio|references?|hobbies|children|health|disability"

const announced = new RegExp(`(?<![\\p{L}\\d])(?:${announcing})(?!\\p{L})[^\\n|•;]*`, 'giu')
const labelled = new RegExp(`(?:^|[|•;])[^\\S\\n]*(?:${labels})[^\\S\\n]*(?::|\\t|[^\\S\\n]{2})[^\\n|•;]*`, 'gimu')
/** A label alone on its line is about the next line. */
const aboutNextLine = new RegExp(`^[^\\S\\n]*(?:${announcing}|${labels})[^\\S\\n]*:?[^\\S\\n]*\\n[^\\n]*`, 'gimu')
/** Each part bounded, and only from the beginning of a word: a long word without end must not take long. */
const addresses =
  /(?<![\w.+%-])(?:[\w.+%-]{1,64}@[\w.-]{1,255}|(?:https?:\/\/|www\.)\S{1,2000}|[\w-]{1,63}\.(?:com|nl|org|eu)(?:\/\S{0,2000})?(?![\w.]))/giu

/** More says no more, and white space without end takes long to read. */
const longSpace = /[^\S\n]{100,}/g

/** The same text with personal data blanked; every line stays the line it was. */
export function withoutPersonalData(text: string): string {
  const left = [addresses, aboutNextLine, announced, labelled].reduce((kept, pattern) => kept.replace(pattern, blank), text)
  return left.replace(longSpace, (space) => space.slice(0, 100))
}

/** White space as long as the text, with its line ends. */
export function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}
