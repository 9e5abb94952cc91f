export { Growing, type Numbers, sharedArray } from './growing.ts'
export { Values } from './values.ts'
