import { describe, expect, it } from 'vitest'
import { FORMAT_VERSION, migrate } from '#shared/document/migrations/migrate'

describe('migrate', () => {
  const migrations = {
    2: (records: readonly unknown[]) => [...records, 'two'],
    3: (records: readonly unknown[]) => [...records, 'three'],
  }

  it('leaves records of today as they are', () => {
    const records = [{ id: 'a' }]
    expect(migrate(records, FORMAT_VERSION)).toEqual({ status: 'ok', records })
  })

  it('takes one step a version, in order', () => {
    expect(migrate(['one'], 1, migrations, 3)).toEqual({ status: 'ok', records: ['one', 'two', 'three'] })
    expect(migrate(['one'], 2, migrations, 3)).toEqual({ status: 'ok', records: ['one', 'three'] })
  })

  it('refuses what is newer, and what no version wrote', () => {
    expect(migrate([], 4, migrations, 3)).toMatchObject({ problem: { key: 'file.newerVersion', values: { found: 4, known: 3 } } })
    expect(migrate([], 0, migrations, 3)).toMatchObject({ problem: { key: 'file.unknownVersion' } })
  })
})
