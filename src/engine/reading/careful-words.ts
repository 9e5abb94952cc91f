import { isLanguageName } from './language-names.ts'

/**
 * Names of skills that are also ordinary words in Dutch or English. A label that is one of these counts only as it is written in the
 * taxonomy, capital and all, and not as the first word of a sentence, where every word has a capital.
 */
const carefulWords: ReadonlySet<string> = new Set(
  (
    'access ada ant assembly backbone basic beats bolt bootstrap chef cherry cobalt composer consul crystal ' +
    'dart defender domo dos drive edge elastic excel exchange express fabric flash flask flow flutter ' +
    'forms gin go hive illustrator ionic julia karma keynote lean less looker maven mono nest ' +
    'next nim node nomad notion numbers oracle outlook pages packer pascal paint phoenix pig play power project publisher ' +
    'puppet pure rails razor react redux relay remix ruby rust salt sap sas scala scheme scratch sentinel ' +
    'sketch slack snap snort spark spring storm swift teams unity vault vi visio vue word zig zoom'
  ).split(' '),
)

/** Careful words that hardly ever occur as ordinary words: these may open a sentence. */
const rarelyOrdinary: ReadonlySet<string> = new Set(
  ('ada dart domo karma maven nim redux ruby sap ' + 'sas scala vue zig').split(' '),
)

/** How a label may be recognised. */
export type Care =
  /** In any case and in its plural. */
  | 'none'
  /** Only as written, but also at the start of a sentence. */
  | 'asWritten'
  /** Only as written and not where a capital says nothing. */
  | 'midSentence'
  /** A single letter: as written, and not where it is an initial, a grade or half of a compound. */
  | 'letter'
  /** Never. */
  | 'refused'

/** How careful to be with a label of these folded words, written so. */
export function careFor(words: readonly string[], label: string): Care {
  const [word = ''] = words
  if (words.length > 1) return words.every(isFiller) ? 'refused' : 'none'
  if (!/\p{L}/u.test(word)) return 'refused'
  if (isFiller(word) || tooGeneral.has(word) || isLanguageName(word)) return 'refused'
  // C++ and C# are unlike any word.
  if (/[+#.&]/.test(word)) return 'none'
  const written = label.trim()
  const hasCapital = written !== written.toLowerCase()
  if (word.length === 1) return hasCapital ? 'letter' : 'refused'
  if (carefulWords.has(word)) return !hasCapital ? 'refused' : rarelyOrdinary.has(word) ? 'asWritten' : 'midSentence'
  if (word.length === 2) return hasCapital ? 'asWritten' : 'refused'
  return isAcronym(written) ? 'asWritten' : 'none'
}

/** `SAP`, `ERP`, `AWS`; without a vowel (`SQL`, `PHP`) it can be no ordinary word, and people write it in any case. */
function isAcronym(label: string): boolean {
  return label.length <= 4 && /^\p{Lu}+$/u.test(label) && /[AEIOUY]/.test(label)
}

/**
 * Single words that taxonomies list as another name of something narrower, and that every text is full of. Human languages are left
 * out too: they are terms of a vacancy, not skills.
 */
const tooGeneral: ReadonlySet<string> = new Set(
  (
    'data term terms right rights lead conduct scale scales source sources plan plans plannen process processes proces processen ' +
    'report reports language languages taal talen equipment standard standards standaard standaarden design work werk team ' +
    'project projects projecten product products producten service services dienst diensten systeem system systemen systems ' +
    'organisatie organisation organization bedrijf company klant klanten client clients customer customers functie role rol ' +
    'application applications toepassing transport energie energy google responsibility taken tasks doelen goals resultaten results it ict ontwerp ontwerpen ' +
    'ecosysteem ecosystem ecosystems aanpassing aanpassingen stand guide experiment discipline disciplines commitment engineering structurering ' +
    'energy securities reporting effect effecten effects voorziening voorzieningen controller controllers motor motoren motors balance filter filters ' +
    'interview interviews warehouse warehouses leasing lets voeding'
  ).split(' '),
)

const fillers: ReadonlySet<string> = new Set(
  (
    'de het een en of van in op te met voor aan bij tot uit om naar door over als dan dat die dit deze wij we je jij jouw u uw zij ' +
    'ze is zijn was wordt worden hebben heeft niet geen wel ook nog goed the a an and or of in on to with for at by from as that ' +
    'this these those we you your our is are be was will have has not no also good ervaring kennis experience knowledge'
  ).split(' '),
)

function isFiller(word: string): boolean {
  return fillers.has(word)
}
