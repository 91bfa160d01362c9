const SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')

/** The order in which Electron keeps its fuses behind the sentinel: `electron/build/fuses/fuses.json5`, version 1. */
export const FUSES = /** @type {const} */ ([
  'RunAsNode',
  'EnableCookieEncryption',
  'EnableNodeOptionsEnvironmentVariable',
  'EnableNodeCliInspectArguments',
  'EnableEmbeddedAsarIntegrityValidation',
  'OnlyLoadAppFromAsar',
  'LoadBrowserProcessSpecificV8Snapshot',
  'GrantFileProtocolExtraPrivileges',
])

/**
 * The fuses of an Electron executable, by name; a later Electron may have more behind them.
 * @param {Buffer} executable
 * @returns {Readonly<Record<typeof FUSES[number], boolean>>}
 */
export function readFuses(executable) {
  const at = fusesAt(executable)
  const fuses = FUSES.map((name, index) => [name, executable[at + index] === 0x31])
  return Object.fromEntries(fuses)
}

/**
 * Sets fuses in place.
 * @param {Buffer} executable
 * @param {Readonly<Partial<Record<typeof FUSES[number], boolean>>>} wanted
 */
export function setFuses(executable, wanted) {
  const at = fusesAt(executable)
  FUSES.forEach((name, index) => {
    if (wanted[name] !== undefined) executable[at + index] = wanted[name] ? 0x31 : 0x30
  })
}

/** @param {Buffer} executable */
function fusesAt(executable) {
  const sentinel = executable.indexOf(SENTINEL)
  if (sentinel < 0 || executable[sentinel + SENTINEL.length] !== 1) throw new Error('no fuses of version 1 in this executable')
  return sentinel + SENTINEL.length + 2
}
