import { expect, it } from 'vitest'
import { fileAmong, waitingFile } from '#electron/waiting-file'
import { isWorthAnotherStart } from '#electron/worth-another-start'

it('finds the workshop among the words of a command line', () => {
  expect(fileAmong(['--user-data-dir=/x/y.ward', '.', 'Plans/Ward 7.ward'], '/home/ann')).toBe('/home/ann/Plans/Ward 7.ward')
  expect(fileAmong(['/srv/OLD.WARD.JSON'], '/home/ann')).toBe('/srv/OLD.WARD.JSON')
  expect(fileAmong(['.', 'notes.txt', '--flag'], '/home/ann')).toBeUndefined()
})

it('reads what a file manager writes as a URL, and no other address', () => {
  expect(fileAmong(['file:///home/ann/Ward%207.ward'], '/')).toBe('/home/ann/Ward 7.ward')
  expect(fileAmong(['file://elsewhere/share/Ward.ward'], '/')).toBeUndefined()
  expect(fileAmong(['file:///a%2Fb.ward'], '/')).toBeUndefined()
})

it('holds the last file asked for until it is taken', () => {
  const waiting = waitingFile()
  const told: string[] = []
  waiting.add('/a.ward')
  waiting.onAdded(() => told.push('now'))
  waiting.add('/b.ward')
  expect([told, waiting.next(), waiting.next()]).toEqual([['now'], '/b.ward', undefined])
})

it('starts a page again three times a minute, and then asks', () => {
  expect(isWorthAnotherStart([0, 1_000, 2_000])).toBe(true)
  expect(isWorthAnotherStart([0, 1_000, 2_000, 3_000])).toBe(false)
  expect(isWorthAnotherStart([0, 1_000, 2_000, 61_000])).toBe(true)
})
