export { createPoolEffects, type PoolEffects } from './create-pool-effects.ts'
export { poolEffectEndpoints } from './pool-effect-endpoints.ts'
export type * from './views.ts'
