export { Growing, type Numbers, sharedArray } from './growing.ts'
export { compareTextAt, type Texts, textAt, textsOf } from './texts.ts'
export { type KeyedValues, Values } from './values.ts'
