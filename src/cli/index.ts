export { messageOf } from './exit-codes.ts'
export { listenForCommands } from './listen-for-commands.ts'
export { type OpenSchakel, openSchakel } from './open-schakel.ts'
export { showProgress } from './show-progress.ts'
