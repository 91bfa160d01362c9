import { build } from './build.mjs'

// `npm run build`, and `npm run build -- cli` for one part.
const names = process.argv.slice(2)
await build(names.length === 0 ? undefined : names)
