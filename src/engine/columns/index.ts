export { Growing, type Numbers, sharedArray } from './growing.ts'
export { compareTextAt, type Texts, textAt, textsInOrder, textsOf } from './texts.ts'
export { type KeyedValues, Values } from './values.ts'
