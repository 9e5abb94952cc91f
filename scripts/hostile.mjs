// Sends requests and files that mean no good to a server in memory, from random seeds: test/hostile has the same with fixed ones.
await import('../test/hostile/run.ts')
