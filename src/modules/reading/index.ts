export type { AskedText, ReadTexts } from './texts/asked-text.ts'
export { createTextReader, type TextReader } from './texts/create-text-reader.ts'
export { type ReadSkills, withTextsRead } from './texts/with-texts-read.ts'
export { trainForCatalogue } from './training/vectors/index.ts'
