import type { CheckedSentence, CheckedText, Span } from '../check.ts'

/** The sentence that a place stands in; undefined between sentences. */
export function sentenceAt(checked: CheckedText, at: number): CheckedSentence | undefined {
  const index = sentenceIndexAt(checked, at)
  return index === undefined ? undefined : checked.sentences[index]
}

/** Which of the sentences a place stands in. */
export function sentenceIndexAt({ sentences }: CheckedText, at: number): number | undefined {
  let [low, high] = [0, sentences.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (sentences[middle]!.start <= at) low = middle
    else high = middle - 1
  }
  const sentence = sentences[low]
  return sentence && sentence.start <= at && at < sentence.end ? low : undefined
}

/** What is looked at around a place, so that a text without full stops costs no more. */
const far = 240

/** The words of the same sentence before and behind a span. */
export function around(
  checked: CheckedText,
  span: Span,
): { readonly before: string; readonly after: string; readonly whole: string } {
  const sentence = sentenceAt(checked, span.start)
  const from = Math.max(sentence?.start ?? 0, span.start - far)
  const to = Math.min(sentence ? Math.max(sentence.end, span.end) : checked.text.length, span.end + far)
  return {
    before: checked.text.slice(from, span.start),
    after: checked.text.slice(span.end, to),
    whole: checked.text.slice(from, to),
  }
}

/** Shorter ones say too little of their language. */
const shortSentence = 25

/** The language of the sentence at a place; that of the text where there is none, or a very short one. */
export function languageAt(checked: CheckedText, at: number): 'nl' | 'en' {
  const sentence = sentenceAt(checked, at)
  return sentence && sentence.end - sentence.start >= shortSentence ? sentence.language : checked.language
}
