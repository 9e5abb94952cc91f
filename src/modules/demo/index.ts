export { createDemo, type Demo, type DemoReset } from './create-demo.ts'
export { type DemoSize, type DemoWorld, demoSeed, demoSize, demoWorld } from './demo-world.ts'
export type { ExampleProfile } from './example-profiles.ts'
