/** ISO 639-1 code by how a language is named in Dutch and English, without the Dutch -e. */
export const languageNames: Readonly<Record<string, string>> = {
  nederlands: 'nl', dutch: 'nl', engels: 'en', english: 'en', duits: 'de', german: 'de', frans: 'fr', french: 'fr',
  spaans: 'es', spanish: 'es', italiaans: 'it', italian: 'it', pools: 'pl', polish: 'pl', turks: 'tr', turkish: 'tr',
  arabisch: 'ar', arabic: 'ar', oekraiens: 'uk', oekraïens: 'uk', ukrainian: 'uk', russisch: 'ru', russian: 'ru',
  portugees: 'pt', portuguese: 'pt', chinees: 'zh', chinese: 'zh', hindi: 'hi', roemeens: 'ro', romanian: 'ro',
  bulgaars: 'bg', bulgarian: 'bg', grieks: 'el', greek: 'el', hongaars: 'hu', hungarian: 'hu', farsi: 'fa', perzisch: 'fa',
  persian: 'fa', tigrinya: 'ti', somalisch: 'so', somali: 'so', deens: 'da', danish: 'da', zweeds: 'sv', swedish: 'sv',
  noors: 'no', norwegian: 'no', fins: 'fi', finnish: 'fi', tsjechisch: 'cs', czech: 'cs', japans: 'ja', japanese: 'ja',
} // biome-ignore format: a table reads better in lines

const byName = new Map(Object.entries(languageNames))

/** The code of a language named by this one word. */
export function codeOfName(word: string): string | undefined {
  const plain = word.toLowerCase()
  return byName.get(plain) ?? byName.get(plain.replace(/(?:e|talig)$/, ''))
}

export function isLanguageName(word: string): boolean {
  return codeOfName(word) !== undefined
}
