import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { encodeWard } from '#shared/exchange/ward-file'
import { shippedCatalogue } from './catalogue'
import { endoscopyWorkshop } from './endoscopy'

const FILE = new URL('../../resources/samples/endoscopy.ward', import.meta.url)

it('is what the committed sample holds, byte for byte (WRITE_FIXTURES=1 writes it anew)', () => {
  const bytes = encodeWard(endoscopyWorkshop(shippedCatalogue()))
  if (process.env.WRITE_FIXTURES === '1') writeFileSync(FILE, bytes)
  expect(Buffer.from(readFileSync(FILE)).equals(Buffer.from(bytes))).toBe(true)
})
