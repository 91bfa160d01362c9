import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { packageFolder } from '../../../electron/build/licences.mjs'

const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url))

it('knows the package of a module, of a scope too, and that ours is in none', () => {
  expect(packageFolder(`${modules}zod/v4/core/schemas.js`)).toBe(`${modules}zod`)
  expect(packageFolder(`\0${modules}@mantine/core/esm/index.mjs?worker`)).toBe(`${modules}@mantine/core`)
  expect(packageFolder('/somewhere/renderer/main.tsx')).toBeUndefined()
  expect(packageFolder('\0rolldown/runtime.js')).toBeUndefined()
})
