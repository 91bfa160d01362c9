import fc from 'fast-check'

// The same cases on every run and every machine, so that a failure is the change's and not the day's; `npm run test:long` draws new ones.
fc.configureGlobal({ seed: 20_261_121 })
