export { createFeeds, type Feeds } from './create-feeds.ts'
export { everyText, type Feed, type FeedRun, type NewFeed } from './feed.ts'
export { type FeedImporters, trainingImporter, vacancyImporter } from './feed-importers.ts'
export { publicReach } from './feed-reach.ts'
