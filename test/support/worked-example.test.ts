import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { canonicalText } from '#shared/exchange/canonical-text'
import { workedExample } from './worked-example'

const FILE = new URL('../fixtures/worked-example.ward.json', import.meta.url)

it('is what the committed file says (WRITE_FIXTURES=1 writes it anew)', () => {
  const text = canonicalText(workedExample())
  if (process.env.WRITE_FIXTURES === '1') writeFileSync(FILE, text)
  expect(readFileSync(FILE, 'utf8')).toBe(text)
})
