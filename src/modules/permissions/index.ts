export * from './actor.ts'
export { isPermitted, type PermissionObject, permit } from './permit.ts'
export { type Action, type Grant, permissions } from './table.ts'
