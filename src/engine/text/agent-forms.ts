/** Words that look like a female form and are none, or mean something else. */
const own = new Set(
  (
    'minister register magister venster klooster meester rooster master poster monster semester kadaster polyester zuster cluster ' +
    'sinister ministers ballast'
  ).split(' '),
)

/** Endings of women's forms, longest first, with what the common form may end in. */
const endings: readonly (readonly [string, readonly string[]])[] = [
  ['euse', ['eur']],
  ['trice', ['teur', 'tor']],
  ['resse', ['ris']],
  ['aresse', ['aris']],
  ['ares', ['aar']],
  ['esse', ['', 'e', 'us']],
  ['vrouw', ['man']],
  ['eres', ['er']],
  ['ris', ['ris']],
  ['kin', ['k']],
  ['in', ['']],
  ['es', ['']],
]

/**
 * The common form of a word for somebody's work: `verpleegster` -> `verpleger`, `directrice` -> `directeur`, `cameravrouw` -> `cameraman`.
 * Only forms that are known words are given, so that `meester` and `benzine` stay what they are.
 *
 * @param word a folded word
 * @param isKnown whether a form is a word of the vocabulary
 */
export function commonForm(word: string, isKnown: (form: string) => boolean): string {
  if (word.length < 6 || own.has(word)) return word
  for (const form of candidates(word)) if (form !== word && isKnown(form)) return form
  return word
}

function* candidates(word: string): Generator<string> {
  if (word.endsWith('ster')) yield* fromSter(word.slice(0, -4))
  for (const [ending, instead] of endings) {
    if (!word.endsWith(ending)) continue
    for (const end of instead) yield word.slice(0, -ending.length) + end
  }
}

/** verkoop(ster) -> verkoper, bak(ster) -> bakker, schrijf(ster) -> schrijver, lees(ster) -> lezer. */
function* fromSter(root: string): Generator<string> {
  const [one, two, last] = [root.at(-3), root.at(-2), root.at(-1)]
  if (last === undefined || two === undefined) return
  const voiced = last === 'f' ? 'v' : last === 's' ? 'z' : last
  yield `${root}er`
  if (one !== undefined && one === two && 'aeou'.includes(two)) {
    yield `${root.slice(0, -2)}${last}er`
    yield `${root.slice(0, -2)}${voiced}er`
  }
  yield `${root.slice(0, -1)}${voiced}er`
  yield `${root}${last}er`
  // administratie-ster: administrateur is another word; -aar has its own: winkelierster, kunstenares.
  yield `${root}aar`
}
