export { bakePng, isPng, unbakePng } from './png.ts'
export { type FileForm, type ReadFile, readFile } from './read-file.ts'
export { bakeSvg, unbakeSvg } from './svg.ts'
