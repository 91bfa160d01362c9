import { z } from 'zod'

// Imported before any schema is made: zod's compiled parsers need `new Function`, which the policy of the page forbids.
z.config({ jitless: true })
