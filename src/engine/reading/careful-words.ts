/**
 * Names of skills that are also ordinary words in Dutch or English. A label that is one of these counts only as it is written in the
 * taxonomy, capital and all, and not as the first word of a sentence, where every word has a capital.
 */
const carefulWords: ReadonlySet<string> = new Set(
  (
    'access ada ant assembly azure backbone basic beats bash bolt bootstrap chef cherry cobalt composer consul crystal cypress ' +
    'dart defender delphi domo dos drive edge elastic elixir ember erlang excel exchange express fabric flash flask flow flutter ' +
    'forms gin git go gradle groovy hive illustrator ionic jest julia karma keynote kong lean less looker maven mocha mono nest ' +
    'next nim node nomad notion numbers oracle outlook pages packer pascal paint perl phoenix pig play power project publisher ' +
    'puppet pure python rails razor react redux relay remix ruby rust salt sap sas sass scala scheme scratch scrum sentinel ' +
    'sketch slack snap snort spark spring spss stata storm swift tableau teams unity vault vi visio vue word zend zig zoom'
  ).split(' '),
)

/** Careful words that hardly ever occur as ordinary words: these may open a sentence. */
const rarelyOrdinary: ReadonlySet<string> = new Set(
  (
    'ada azure bash cypress dart delphi domo elixir erlang git gradle groovy jest karma kong maven nim perl python redux ruby sap ' +
    'sas sass scala scrum spss stata tableau vue zend zig'
  ).split(' '),
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
  const [word = '', ...rest] = words
  if (rest.length > 0) return words.every(isFiller) ? 'refused' : 'none'
  if (!/\p{L}/u.test(word)) return 'refused'
  // C++ and C# are unlike any word.
  if (/[+#.&]/.test(word)) return 'none'
  const written = label.trim()
  const hasCapital = written !== written.toLowerCase()
  if (word.length === 1) return hasCapital ? 'letter' : 'refused'
  if (carefulWords.has(word)) return !hasCapital ? 'refused' : rarelyOrdinary.has(word) ? 'asWritten' : 'midSentence'
  if (word.length === 2) return hasCapital ? 'asWritten' : 'refused'
  return isFiller(word) ? 'refused' : 'none'
}

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
